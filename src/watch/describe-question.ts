import type { Question } from '../model/questions.ts';

/** What a question asks for, in words: `“kv cache” quantization, on large language models, with code`. */
export function describeQuestion({
	query,
	topics,
	systems,
	isWithCode,
}: Omit<Question, 'slug' | 'name'>): string {
	const parts = [
		query,
		...(topics.length > 0 ? [`on ${anyOf(topics)}`] : []),
		...(systems.length > 0 ? [`naming ${anyOf(systems)}`] : []),
		...(isWithCode ? ['with code'] : []),
	];
	return parts.filter((part) => part !== '').join(', ');
}

function anyOf(names: readonly string[]): string {
	return names.join(' or ');
}

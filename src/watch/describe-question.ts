import { words } from '../language/words.ts';
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
		...(topics.length > 0 ? [words.asked.on(topics)] : []),
		...(systems.length > 0 ? [words.asked.naming(systems)] : []),
		...(isWithCode ? [words.asked.withCode] : []),
	];
	return parts.filter((part) => part !== '').join(', ');
}

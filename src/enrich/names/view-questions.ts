import type { GoneName } from '../../model/name-view.ts';
import type { NameLine } from '../../model/names.ts';
import type { Question } from '../../model/questions.ts';

/** The standing questions that have an address, and those that had one and are asked no more. */
export function viewQuestions(
	questions: readonly Question[],
	names: readonly NameLine[],
): { readonly questions: readonly Question[]; readonly gone: readonly GoneName[] } {
	const given = new Set(names.flatMap(({ kind, slug }) => (kind === 'question' ? slug : [])));
	const asked = new Set(questions.map(({ slug }) => slug));
	return {
		questions: questions.filter(({ slug }) => given.has(slug)),
		gone: [...given]
			.filter((slug) => !asked.has(slug))
			.map((slug) => ({ kind: 'question', slug, near: [] })),
	};
}

import { contexts } from './name-contexts.ts';
import type { TextNames } from './read-names.ts';

/** How many papers have a form, and in how many it stands in each context. */
export interface FormTally {
	readonly papers: number;
	/** In the order of `contexts`. */
	readonly inContext: readonly number[];
}

/** What all texts together say of forms. */
export interface NameTally {
	readonly forms: ReadonlyMap<string, FormTally>;
	/** How many papers have a word in lower case. */
	readonly lower: ReadonlyMap<string, number>;
}

/** Count the forms of all texts. */
export function tallyNames(texts: readonly TextNames[]): NameTally {
	const forms = new Map<string, { papers: number; inContext: number[] }>();
	const lower = new Map<string, number>();
	for (const text of texts) {
		for (const { form, contexts: bits } of text.forms) {
			let tally = forms.get(form);
			if (!tally) forms.set(form, (tally = { papers: 0, inContext: contexts.map(() => 0) }));
			tally.papers++;
			for (let rest = bits; rest !== 0; rest &= rest - 1)
				tally.inContext[31 - Math.clz32(rest & -rest)]!++;
		}
		for (const word of text.lower) lower.set(word, (lower.get(word) ?? 0) + 1);
	}
	return { forms, lower };
}

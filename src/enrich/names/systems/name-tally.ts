import { contexts } from './name-contexts.ts';
import type { ReadText } from './read-names.ts';

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

/** Counts texts one after another. */
export interface TallyingNames {
	/** What those say that were counted. */
	readonly tally: NameTally;
	readonly add: (text: ReadText) => void;
}

/** Begin to count the forms of texts. */
export function beginTally(): TallyingNames {
	const forms = new Map<string, { papers: number; inContext: number[] }>();
	const lower = new Map<string, number>();
	return {
		tally: { forms, lower },
		add(text) {
			for (const { form, contexts: bits } of text.forms) {
				let tally = forms.get(form);
				if (!tally)
					forms.set(form, (tally = { papers: 0, inContext: contexts.map(() => 0) }));
				tally.papers++;
				for (let rest = bits; rest !== 0; rest &= rest - 1)
					tally.inContext[31 - Math.clz32(rest & -rest)]!++;
			}
			for (const word of text.lower) lower.set(word, (lower.get(word) ?? 0) + 1);
		},
	};
}

/** Count the forms of all texts. */
export function tallyNames(texts: Iterable<ReadText>): NameTally {
	const { tally, add } = beginTally();
	for (const text of texts) add(text);
	return tally;
}

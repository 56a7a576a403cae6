import { letterPlace, type TitlePlace } from '../term-file.ts';
import type { Hits } from './term-store.ts';

/** A word of a query, and what each paper has of it. The lists end with the last paper that has it. */
export interface Slot {
	/** The first is the word itself. */
	readonly terms: readonly string[];
	/** Which word of the query it is. */
	readonly offset: number;
	/** How many papers have it in any of its forms. */
	readonly having: number;
	/** Of each paper by its number: 0 where it has nothing of the word. */
	readonly strengths: Float64Array;
	/** Of each paper, where its title has it. */
	readonly titles: readonly (TitlePlace | undefined)[];
}

/** A form of a word, and how much of the word it is. */
export interface Form {
	readonly term: string;
	readonly share: number;
	readonly hits: Hits;
}

/** The slot of a word in some forms. */
export function slotOf(offset: number, forms: readonly Form[]): Slot {
	const length = Math.max(0, ...forms.map(({ hits }) => hits.papers.at(-1)! + 1));
	const strengths = new Float64Array(length);
	const titles = Array.from<TitlePlace | undefined>({ length });
	let having = 0;
	for (const { share, hits } of forms)
		hits.papers.forEach((paper, at) => {
			const title = letterPlace(hits.titles[at]);
			const strength = share * strengthOf(Number(hits.counts[at] ?? 1), title !== undefined);
			const known = strengths[paper]!;
			if (known === 0) having++;
			if (known >= strength) return;
			strengths[paper] = strength;
			titles[paper] = title;
		});
	return { terms: forms.map(({ term }) => term), offset, having, strengths, titles };
}

// Of a paper that only means a word.
const meant = 0.4;
// As the factor `k` of BM25: a second mention is worth half of the first.
const saturation = 1;
const inTitle = 3;

function strengthOf(count: number, isInTitle: boolean): number {
	const abstract = (count * (1 + saturation)) / (count + saturation);
	return isInTitle ? abstract + inTitle : abstract || meant;
}

/** How much a word of so many papers tells, as in BM25: nothing where all of `total` have it. */
export function rarityOf(papers: number, total: number): number {
	return Math.log(1 + (total - papers + 0.5) / (papers + 0.5));
}

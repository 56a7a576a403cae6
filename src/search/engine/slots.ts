import type { TitlePlace } from '../term-file.ts';
import type { Hits } from './term-store.ts';

/** A word of a query with the papers that have it in any of its forms. */
export interface Slot {
	/** The first is the word itself. */
	readonly terms: readonly string[];
	/** Which word of the query it is. */
	readonly offset: number;
	readonly papers: ReadonlyMap<number, SlotHit>;
}

/** What a paper has of a word. */
export interface SlotHit {
	/** From 0 for a paper that has nothing of it. */
	readonly strength: number;
	/** Where in the title. */
	readonly title?: TitlePlace | undefined;
}

/** A form of a word, and how much of the word it is. */
export interface Form {
	readonly term: string;
	readonly share: number;
	readonly hits: Hits;
}

/** The slot of a word in some forms. */
export function slotOf(offset: number, forms: readonly Form[]): Slot {
	const papers = new Map<number, SlotHit>();
	for (const { share, hits } of forms)
		for (const [paper, { count, title }] of hits) {
			const strength = share * strengthOf(count, title !== undefined);
			const known = papers.get(paper);
			if (!known || known.strength < strength) papers.set(paper, { strength, title });
		}
	return { terms: forms.map(({ term }) => term), offset, papers };
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

import type { PaperView } from '../model/paper-view.ts';

/** A line of `/data/papers.jsonl`. */
export interface PaperRecord {
	readonly id: string;
	/** Restored, with Unicode for formulas. */
	readonly title: string;
	/** As the feed printed it. */
	readonly rawTitle: string;
	readonly abstract: string;
	readonly rawAbstract: string;
	/** The named system that the paper itself introduces. */
	readonly system: string | null;
	/** All named systems that it mentions, its own first. */
	readonly systems: readonly string[];
	readonly topics: readonly string[];
	readonly links: readonly { readonly url: string; readonly kind: string }[];
	/** The digests that printed it, oldest first. */
	readonly digests: readonly string[];
	/** In the order of the paper; absent, like all below, where the feed's own list did not say. */
	readonly authors?: readonly string[];
	/** Its id on arXiv. */
	readonly arxiv?: string;
	/** The day on which it appeared on arXiv. */
	readonly published?: string;
	readonly repository?: string;
	readonly keywords?: readonly string[];
	readonly upvotes?: number;
}

/** What is given of a paper to those who take the data. */
export function paperRecord(paper: PaperView): PaperRecord {
	const { id, title, rawTitle, abstract, rawAbstract, system, systems, topics, links } = paper;
	return {
		id,
		title,
		rawTitle,
		abstract,
		rawAbstract,
		system: system === undefined ? null : asciiName(system),
		systems: systems.map(({ name }) => asciiName(name)),
		topics: topics.map(({ name }) => name),
		links,
		digests: [...new Set(paper.appearances.map(({ digest }) => digest))],
		...publication(paper),
	};
}

function publication(paper: PaperView): Partial<PaperRecord> {
	const { authors, arxiv, published, repository, keywords, upvotes } = paper;
	const all = { authors, arxiv, published, repository, keywords, upvotes };
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

// Raised digits mean something, `BT²`; lowered ones are a way of writing, `H₂O`.
const raisedRe = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g;

/** A name in the characters of a keyboard: `BT^2`, `H2O`. */
function asciiName(name: string): string {
	return name.replace(raisedRe, (digits) => `^${digits.normalize('NFKC')}`).normalize('NFKC');
}

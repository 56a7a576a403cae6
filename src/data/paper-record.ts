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
	};
}

// Raised digits mean something, `BT²`; lowered ones are a way of writing, `H₂O`.
const raisedRe = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g;

/** A name in the characters of a keyboard: `BT^2`, `H2O`. */
function asciiName(name: string): string {
	return name.replace(raisedRe, (digits) => `^${digits.normalize('NFKC')}`).normalize('NFKC');
}

import type { Day } from './id.ts';

/** What the feed's own list says of a paper beside its title and abstract. What it does not say is absent. */
export interface PaperFacts {
	/** The paper's id on arXiv, e.g. `2409.02795`. */
	readonly arxiv: string;
	/** In the order of the paper, e.g. `Bofei Gao`. */
	readonly authors?: readonly string[];
	/** The day on which it appeared on arXiv. */
	readonly published?: Day;
	/** The day on which it was put into the feed. */
	readonly submitted?: Day;
	/** How many readers of the feed had recommended it when the list was taken. */
	readonly upvotes?: number;
	/** Of its code, e.g. `https://github.com/someone/something`. */
	readonly repository?: string;
	/** A page about it by its authors. */
	readonly project?: string;
	/** As the feed found them, e.g. `multimodal agents`. */
	readonly keywords?: readonly string[];
}

/** What is known of a paper from several lists: a later one counts, and what it leaves out stays known. */
export function newestFacts(lists: Iterable<PaperFacts | undefined>): PaperFacts | undefined {
	let known: PaperFacts | undefined;
	for (const facts of lists)
		if (facts) known = facts.arxiv === known?.arxiv ? { ...known, ...facts } : facts;
	return known;
}

/** Where arXiv has a paper. */
export function arxivAddresses(id: string): { readonly page: string; readonly pdf: string } {
	return { page: `https://arxiv.org/abs/${id}`, pdf: `https://arxiv.org/pdf/${id}` };
}

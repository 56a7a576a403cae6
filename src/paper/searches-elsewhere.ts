/** A place where a reader may find the whole paper. */
export interface FindLink {
	readonly name: string;
	/** A search there for the title: no dump carries a paper's own address. */
	readonly url: string;
}

/** Searches by title, most likely to have the paper first. */
export function findLinks(title: string): FindLink[] {
	const words = encodeURIComponent(
		title
			// `H₂O` is `H2O` to those who search.
			.normalize('NFKC')
			.replace(/["“”]/g, ' ')
			.replace(/\s+/g, ' ')
			.trim(),
	);
	const phrase = `%22${words}%22`;
	return [
		{ name: 'arXiv', url: `https://arxiv.org/search/?searchtype=title&query=${phrase}` },
		{ name: 'Hugging Face Papers', url: `https://huggingface.co/papers?q=${words}` },
		{ name: 'Google Scholar', url: `https://scholar.google.com/scholar?q=${phrase}` },
		{ name: 'Semantic Scholar', url: `https://www.semanticscholar.org/search?q=${words}` },
	];
}

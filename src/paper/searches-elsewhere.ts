import { arxivAddresses } from '../model/paper-facts.ts';

/** A place where a reader may find the whole paper. */
export interface FindLink {
	readonly name: string;
	/** The paper itself where its id on arXiv is known, else a search for the title. */
	readonly url: string;
}

/** The paper by its id on arXiv, and searches by title, most likely to have the paper first. */
export function findLinks(title: string, arxiv?: string): FindLink[] {
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
		{
			name: 'arXiv',
			url:
				arxiv === undefined
					? `https://arxiv.org/search/?searchtype=title&query=${phrase}`
					: arxivAddresses(arxiv).page,
		},
		{
			name: 'Hugging Face Papers',
			url: `https://huggingface.co/papers${arxiv === undefined ? `?q=${words}` : `/${arxiv}`}`,
		},
		{ name: 'Google Scholar', url: `https://scholar.google.com/scholar?q=${phrase}` },
		{ name: 'Semantic Scholar', url: `https://www.semanticscholar.org/search?q=${words}` },
	];
}

import { arxivAddresses } from '../model/paper-facts.ts';
import type { PaperView } from '../model/paper-view.ts';

type Published = Pick<PaperView, 'authors' | 'arxiv' | 'published' | 'keywords'>;

/** What is known of a paper's publication, in the tags that reference managers read; none where nothing is. */
export function citationTags({
	authors = [],
	arxiv,
	published,
}: Published): (readonly [name: string, content: string])[] {
	return [
		...authors.map((author) => ['citation_author', author] as const),
		...(published === undefined
			? []
			: [['citation_publication_date', published.replaceAll('-', '/')] as const]),
		...(arxiv === undefined
			? []
			: [
					['citation_arxiv_id', arxiv] as const,
					['citation_pdf_url', arxivAddresses(arxiv).pdf] as const,
				]),
	];
}

/**
 * The same in the words of schema.org, as the text of a data block, in which no name can end the block:
 * `<` is `\u003c`. Nothing where neither authors nor day are known.
 */
export function publicationData(
	{ title, authors, arxiv, published, keywords }: Published & Pick<PaperView, 'title'>,
	url: string,
): string | undefined {
	if (authors === undefined && published === undefined) return undefined;
	const data = {
		'@context': 'https://schema.org',
		'@type': 'ScholarlyArticle',
		'@id': url,
		headline: title,
		author: authors?.map((name) => ({ '@type': 'Person', name })),
		datePublished: published,
		keywords,
		sameAs: arxiv === undefined ? undefined : arxivAddresses(arxiv).page,
	};
	return JSON.stringify(data).replaceAll('<', '\\u003c');
}

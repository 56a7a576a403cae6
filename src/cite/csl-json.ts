import type { CitedPaper } from './cited-paper.ts';

/** Papers as CSL-JSON, which citation processors read; a paper a line. */
export function formatCslJson(papers: readonly CitedPaper[]): string {
	return `[\n${papers.map((paper) => JSON.stringify(cslItem(paper))).join(',\n')}\n]\n`;
}

function cslItem({ key, title, authors, published, abstract, url, note }: CitedPaper) {
	return {
		id: key,
		type: 'article',
		title,
		// Which part of a name is the family's is not known.
		...(authors && { author: authors.map((literal) => ({ literal })) }),
		...(published && { issued: { 'date-parts': [published.split('-').map(Number)] } }),
		...(abstract !== undefined && { abstract }),
		URL: url,
		note,
	};
}

import type { CitedPaper } from './cited-paper.ts';

/** Papers as CSL-JSON, which citation processors read; a paper a line. */
export function formatCslJson(papers: readonly CitedPaper[]): string {
	return `[\n${papers.map((paper) => JSON.stringify(cslItem(paper))).join(',\n')}\n]\n`;
}

function cslItem({ key, title, abstract, url, note }: CitedPaper) {
	return {
		id: key,
		type: 'article',
		title,
		...(abstract !== undefined && { abstract }),
		URL: url,
		note,
	};
}

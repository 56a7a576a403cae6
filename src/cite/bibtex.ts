import { escapeTex, isBalanced } from '../text/escape-tex.ts';
import type { CitedPaper } from './cited-paper.ts';

/** Papers as BibTeX, an entry each. A name or a year that is not known is not made up. */
export function formatBibtex(papers: readonly CitedPaper[]): string {
	return papers.map(formatEntry).join('\n');
}

function formatEntry(paper: CitedPaper): string {
	const { key, title, titleTex, authors, published, url, note, accessed } = paper;
	const tex = titleTex !== undefined && isBalanced(titleTex) ? titleTex : escapeTex(title);
	const fields = {
		// A second pair of braces keeps the capitals.
		title: `{${tex}}`,
		...(authors && { author: authors.map(authorOf).join(' and ') }),
		...(published && { year: published.slice(0, 4) }),
		howpublished: `\\url{${url}}`,
		url,
		...(accessed !== undefined && { urldate: accessed }),
		note: escapeTex(note),
	};
	const lines = Object.entries(fields).map(
		([name, value]) => `\t${name.padEnd(12)} = {${value}},\n`,
	);
	return `@misc{${key},\n${lines.join('')}}\n`;
}

// `and` parts two authors, so a name that has it stands in braces.
function authorOf(name: string): string {
	return /\band\b|,/.test(name) ? `{${escapeTex(name)}}` : escapeTex(name);
}

import { escapeTex, isBalanced } from '../text/escape-tex.ts';
import type { CitedPaper } from './cited-paper.ts';

/** Papers as BibTeX, an entry each. A name or a year that is not known is not made up. */
export function formatBibtex(papers: readonly CitedPaper[]): string {
	return papers.map(formatEntry).join('\n');
}

function formatEntry({ key, title, titleTex, url, note, accessed }: CitedPaper): string {
	const tex = titleTex !== undefined && isBalanced(titleTex) ? titleTex : escapeTex(title);
	const fields = {
		// A second pair of braces keeps the capitals.
		title: `{${tex}}`,
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

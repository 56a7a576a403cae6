import { address } from '../model/address.ts';
import { formatDay } from '../language/format.ts';
import type { SavedPaper } from './reading-list.ts';
import { escapeTex, isBalanced } from '../text/escape-tex.ts';

/**
 * A reading list as BibTeX, for an archive at `root` (`https://example.org/repo`). The feed gives no
 * authors and no year of publication, so no entry has them; a name that is not known is not made up.
 */
export function formatBibtex(papers: readonly SavedPaper[], root: string): string {
	return papers.map((paper) => formatEntry(paper, root + address.paper(paper.id))).join('\n');
}

function formatEntry({ id, title, titleTex, firstSeen, saved }: SavedPaper, url: string): string {
	const tex = titleTex !== undefined && isBalanced(titleTex) ? titleTex : escapeTex(title);
	const fields = {
		// A second pair of braces keeps the capitals.
		title: `{${tex}}`,
		howpublished: `\\url{${url}}`,
		url,
		urldate: saved.slice(0, 10),
		note: `First seen in the digest of ${escapeTex(formatDay(firstSeen))}`,
	};
	const lines = Object.entries(fields).map(
		([name, value]) => `\t${name.padEnd(12)} = {${value}},\n`,
	);
	return `@misc{${id},\n${lines.join('')}}\n`;
}

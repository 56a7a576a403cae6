import { address } from '../model/address.ts';
import { formatDay } from '../language/format.ts';
import type { SavedPaper } from './reading-list.ts';
import { escapeTex, isBalanced } from '../text/escape-tex.ts';

/**
 * A reading list as BibTeX, for an archive at `root` (`https://example.org/repo`). The feed gives no
 * authors and no year of publication, so no entry has them; a name that is not known is not made up.
 */
export function formatBibtex(papers: readonly SavedPaper[], root: string): string {
	return papers
		.map((paper) => formatBibtexEntry(paper, root + address.paper(paper.id)))
		.join('\n');
}

/** A paper at an address as BibTeX; the day on which it was looked at is that of saving it, if it was. */
export function formatBibtexEntry(
	{
		id,
		title,
		titleTex,
		firstSeen,
		saved,
	}: Omit<SavedPaper, 'saved' | 'read'> & { readonly saved?: string },
	url: string,
): string {
	const tex = titleTex !== undefined && isBalanced(titleTex) ? titleTex : escapeTex(title);
	const fields = {
		// A second pair of braces keeps the capitals.
		title: `{${tex}}`,
		howpublished: `\\url{${url}}`,
		url,
		...(saved !== undefined && { urldate: saved.slice(0, 10) }),
		note: `First seen in the digest of ${escapeTex(formatDay(firstSeen))}`,
	};
	const lines = Object.entries(fields).map(
		([name, value]) => `\t${name.padEnd(12)} = {${value}},\n`,
	);
	return `@misc{${id},\n${lines.join('')}}\n`;
}

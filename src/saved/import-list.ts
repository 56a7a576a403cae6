import { formatCount, formatNumber } from '../language/format.ts';
import { parseSaved } from './reading-list.ts';
import { mergeIntoSaved, savedPapers } from './stored-papers.ts';

// More than any browser stores for a site.
const largestFile = 10_000_000;

/** Put the papers of an exported file on the list, and say in a sentence how that went. */
export async function importSaved(file: File): Promise<string> {
	const name = `“${file.name}”`;
	if (file.size > largestFile)
		return `${name} is too large to be a reading list. Nothing was changed.`;
	const list = parseSaved(await file.text());
	if (!list)
		return `${name} is not a reading list exported with “Export JSON”. Nothing was changed.`;
	const known = new Set(savedPapers().map(({ id }) => id));
	const fresh = list.papers.filter(({ id }) => !known.has(id)).length;
	if (mergeIntoSaved(list.papers) === 'refused')
		return 'The browser refused to store that much. Nothing was changed.';
	const rejected =
		list.rejected.length === 0
			? ''
			: ` ${formatCount(list.rejected.length, 'entry', 'entries')} of it could not be read.`;
	return `${name}: ${formatCount(list.papers.length, 'paper')}, ${formatNumber(fresh)} of them new to the list.${rejected}`;
}

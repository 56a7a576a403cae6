import { words } from '../language/words.ts';
import { parseSaved } from './reading-list.ts';
import { mergeIntoSaved, savedPapers } from './stored-papers.ts';

// More than any browser stores for a site.
const largestFile = 10_000_000;

/** Put the papers of an exported file on the list, and say in a sentence how that went. */
export async function importSaved(file: File): Promise<string> {
	if (file.size > largestFile) return words.savedList.tooLarge(file.name);
	const list = parseSaved(await file.text());
	if (!list) return words.savedList.noList(file.name);
	const known = new Set(savedPapers().map(({ id }) => id));
	const fresh = list.papers.filter(({ id }) => !known.has(id)).length;
	if (mergeIntoSaved(list.papers) === 'refused') return words.savedList.refusedImport;
	const said = words.savedList.imported(file.name, list.papers.length, fresh);
	const { length } = list.rejected;
	return length === 0 ? said : said + words.savedList.rejected(length);
}

import { mergeSaved, sortEntries, type SavedPaper } from './reading-list.ts';
import { readEntries } from './list-file.ts';
import { canSave, changeSaved, key, savedEntries, type Outcome } from './storage.ts';

/** The reader's list, newest first; empty where nothing can be stored. */
export function savedPapers(): readonly SavedPaper[] {
	return sortEntries(savedEntries()).papers;
}

/** Add the papers of another list; those that the reader's has keep their words. */
export function mergeIntoSaved(papers: readonly SavedPaper[]): Outcome {
	return changeSaved((entries) => {
		const own = sortEntries(entries);
		return [...own.rejected, ...mergeSaved(own.papers, papers)];
	});
}

/** What was found under the site's key and is no paper or no list, as it is. */
export function unreadableTexts(): string[] {
	if (!canSave()) return [];
	const text = localStorage.getItem(key);
	const { rejected } = sortEntries(savedEntries());
	return [
		...asideKeys().map((name) => localStorage.getItem(name)!),
		...(text !== null && !readEntries(text) ? [text] : []),
		...rejected.map((entry) => JSON.stringify(entry)),
	];
}

/** Delete what is no paper or no list. */
export function forgetUnreadable(): Outcome {
	// This puts aside what is no list, so that it goes with the rest.
	const outcome = changeSaved((entries) => sortEntries(entries).papers);
	if (outcome === 'refused') return outcome;
	for (const name of asideKeys()) localStorage.removeItem(name);
	return 'done';
}

function asideKeys(): string[] {
	return Object.keys(localStorage).filter((name) => name.startsWith(`${key}:aside:`));
}

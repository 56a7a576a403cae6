import type { SavedPaper } from './reading-list.ts';
import { formatEntries, readEntries, type StoredEntry } from './list-file.ts';

/**
 * How a change went: `aside` when what had been stored is no list and is now kept under another
 * key, `refused` when the browser would not store it, and nothing changed.
 */
export type Outcome = 'done' | 'aside' | 'refused';

/** Other sites of the host share the storage: the base path makes the key this site's own. */
export const key = `offprint:${import.meta.env.BASE_URL}:saved`;

const listeners = new Set<() => void>();

/** Whether the browser lets this site store anything. */
export function canSave(): boolean {
	try {
		localStorage.getItem(key);
		return true;
	} catch {
		return false;
	}
}

/** The list's entries as they are stored; none where nothing can be stored. */
export function savedEntries(): readonly StoredEntry[] {
	return canSave() ? (stored() ?? []) : [];
}

/** The papers of the reader's list. */
export function savedIds(): ReadonlySet<string> {
	return new Set(savedEntries().map((entry) => String(entry?.id)));
}

/** Put a paper on the list. */
export function addSaved(paper: SavedPaper): Outcome {
	return changeSaved((entries) => [...entries.filter((entry) => entry?.id !== paper.id), paper]);
}

/** Take a paper from the list. */
export function removeSaved(id: string): Outcome {
	return changeSaved((entries) => entries.filter((entry) => entry?.id !== id));
}

/** Say whether a paper of the list was read. */
export function markRead(id: string, read: boolean): Outcome {
	return changeSaved((entries) =>
		entries.map((entry) => (entry?.id === id ? { ...entry, read } : entry)),
	);
}

/** Change the list. An entry that cannot be read is left as it is; a text that is no list is put aside first. */
export function changeSaved(
	edit: (entries: readonly StoredEntry[]) => readonly StoredEntry[],
): Outcome {
	let outcome: Outcome = 'done';
	try {
		const entries = stored();
		if (!entries) {
			localStorage.setItem(`${key}:aside:${Date.now()}`, localStorage.getItem(key)!);
			outcome = 'aside';
		}
		localStorage.setItem(key, formatEntries(edit(entries ?? [])));
	} catch {
		return 'refused';
	}
	for (const listener of listeners) listener();
	return outcome;
}

function stored(): readonly StoredEntry[] | undefined {
	const text = localStorage.getItem(key);
	return text === null ? [] : readEntries(text);
}

/** Be told when the list changes: here, in another tab, or while the page was left. */
export function onSavedChange(listener: () => void): void {
	listeners.add(listener);
	addEventListener('pageshow', listener);
	addEventListener('storage', (event) => {
		// Without a key, all of the storage was cleared.
		if ((event.key ?? key).startsWith(key)) listener();
	});
}

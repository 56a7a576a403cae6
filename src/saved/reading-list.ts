import { isDay, isPaperId, type Day, type PaperId } from '../model/id.ts';
import { readEntries, type StoredEntry } from './list-file.ts';

/** A paper of a reader's list, with all that the list shows, so that nothing has to be fetched for it. */
export interface SavedPaper {
	readonly id: PaperId;
	/** Plain text. */
	readonly title: string;
	/** The title in TeX, where it has formulas. */
	readonly titleTex?: string | undefined;
	readonly firstSeen: Day;
	/** When it was saved, e.g. `2026-05-03T09:30:00.000Z`. */
	readonly saved: string;
	readonly read: boolean;
}

/** What a text holds of a reading list. */
export interface SavedList {
	/** Newest first. */
	readonly papers: readonly SavedPaper[];
	/** Entries that are no paper. */
	readonly rejected: readonly StoredEntry[];
}

/** Read a text that was stored or exported, trusting nothing of it; `undefined` when it is no reading list of this version. */
export function parseSaved(text: string): SavedList | undefined {
	const entries = readEntries(text);
	return entries && sortEntries(entries);
}

/** Tell the papers among a list's entries from what is none. */
export function sortEntries(entries: readonly StoredEntry[]): SavedList {
	const papers = entries.flatMap((entry) => readPaper(entry) ?? []);
	const rejected = entries.filter((entry) => !readPaper(entry));
	return { papers: mergeSaved([], papers), rejected };
}

// `2026-05-03T09:30:00.000Z`
const momentRe = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

// Longer than any title, formulas written out.
const longestTitle = 4_000;

function readPaper(entry: StoredEntry): SavedPaper | undefined {
	const { id, title, titleTex, firstSeen, saved, read } = entry ?? {};
	if (typeof id !== 'string' || !isPaperId(id) || !isTitle(title)) return undefined;
	if (titleTex !== undefined && !isTitle(titleTex)) return undefined;
	if (typeof firstSeen !== 'string' || !isDay(firstSeen)) return undefined;
	if (typeof saved !== 'string' || !momentRe.test(saved)) return undefined;
	if (Number.isNaN(Date.parse(saved)) || typeof read !== 'boolean') return undefined;
	return { id, title, ...(titleTex !== undefined && { titleTex }), firstSeen, saved, read };
}

function isTitle(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '' && value.length <= longestTitle;
}

/**
 * Two lists in one, newest first. Of a paper in both, the first list's words, the earlier day, and
 * whether it was read in either.
 */
export function mergeSaved(
	first: readonly SavedPaper[],
	second: readonly SavedPaper[],
): readonly SavedPaper[] {
	const merged = new Map<PaperId, SavedPaper>();
	for (const paper of [...first, ...second]) {
		const own = merged.get(paper.id) ?? paper;
		const saved = own.saved < paper.saved ? own.saved : paper.saved;
		merged.set(paper.id, { ...own, saved, read: own.read || paper.read });
	}
	return [...merged.values()].sort((a, b) => compare(b.saved, a.saved) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

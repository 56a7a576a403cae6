import { isDay, isPaperId, type Day, type PaperId } from '../model/id.ts';
import { readEntries, type StoredEntry } from './list-file.ts';

/** A paper of a reader's list, with all that the list shows, so that nothing has to be fetched for it. */
export interface SavedPaper {
	readonly id: PaperId;
	/** Plain text. */
	readonly title: string;
	/** The title in TeX, where it has formulas. */
	readonly titleTex?: string | undefined;
	/** By which it is cited; lists of an older site have none. */
	readonly citeKey?: string | undefined;
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

// `inherent2025a`
const citeKeyRe = /^[a-z0-9]{1,1000}$/;

// Longer than any title, formulas written out.
const longestTitle = 4_000;

// What each field of an entry must be.
const checks: Readonly<Record<keyof SavedPaper, (value: unknown) => boolean>> = {
	id: (value) => typeof value === 'string' && isPaperId(value),
	title: isTitle,
	titleTex: (value) => value === undefined || isTitle(value),
	citeKey: (value) => value === undefined || (typeof value === 'string' && citeKeyRe.test(value)),
	firstSeen: (value) => typeof value === 'string' && isDay(value),
	saved: (value) =>
		typeof value === 'string' && momentRe.test(value) && !Number.isNaN(Date.parse(value)),
	read: (value) => typeof value === 'boolean',
};

function readPaper(entry: StoredEntry): SavedPaper | undefined {
	const fields = entry ?? {};
	const isPaper = Object.entries(checks).every(([name, isRight]) =>
		isRight(fields[name as keyof SavedPaper]),
	);
	if (!isPaper) return undefined;
	const { id, title, titleTex, citeKey, firstSeen, saved, read } = fields as SavedPaper;
	return {
		id,
		title,
		...(titleTex !== undefined && { titleTex }),
		...(citeKey !== undefined && { citeKey }),
		firstSeen,
		saved,
		read,
	};
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

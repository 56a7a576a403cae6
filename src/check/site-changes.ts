import { pageParts, type PagePart } from './page-parts.ts';
import type { Sums } from './sums.ts';

/** Why a page of a site is another than it was. */
export type ChangeReason = 'new' | 'gone' | 'counts' | 'data' | 'unknown' | PagePart;

/** A file of a site that is not as it was in the site before. */
export interface Change {
	/** From the root of the site. */
	readonly file: string;
	/** At least one. */
	readonly reasons: readonly ChangeReason[];
}

/** Reads a file of a site by its path from the root; nothing where only its sum is known. */
export type ReadText = (file: string) => string | undefined;

/** A site to be compared: the sums of its files, and the files where they are at hand. */
export interface ComparedSite {
	readonly sums: Sums;
	readonly read: ReadText;
}

/** What is new, gone or changed in a site since another one, in the order of its files. */
export function siteChanges(before: ComparedSite, after: ComparedSite): Change[] {
	const files = [...new Set([...before.sums.keys(), ...after.sums.keys()])].toSorted();
	return files.flatMap((file): Change[] => {
		const [old, now] = [before.sums.get(file), after.sums.get(file)];
		if (old === now) return [];
		if (old === undefined) return [{ file, reasons: ['new'] }];
		if (now === undefined) return [{ file, reasons: ['gone'] }];
		if (!file.endsWith('.html')) return [{ file, reasons: ['data'] }];
		return [{ file, reasons: reasonsOf(before.read(file), after.read(file)) }];
	});
}

/** Why one text of a page is not the other: the parts that differ. */
function reasonsOf(old: string | undefined, now: string | undefined): ChangeReason[] {
	if (old === undefined || now === undefined) return ['unknown'];
	const [before, after] = [pageParts(old), pageParts(now)];
	const parts = new Set([...before.keys(), ...after.keys()]);
	const reasons = [...parts]
		.filter((part) => before.get(part) !== after.get(part))
		.map((part) => (isCounted(before.get(part), after.get(part)) ? 'counts' : part));
	// A drawing or a mark that has no words.
	return reasons.length === 0 ? ['counts'] : [...new Set(reasons)].toSorted();
}

const numberRe = /\d[\d,.]*/g;

/** Whether two texts say the same of other numbers. */
function isCounted(old = '', now = ''): boolean {
	return old.replace(numberRe, '') === now.replace(numberRe, '');
}

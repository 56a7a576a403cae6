import type { PaperId } from '../../../model/id.ts';
import { increment, totalOf, type Tally } from '../tally.ts';

/** A name of a paper. */
export interface SpeltName {
	readonly paper: PaperId;
	/** By which it is compared. */
	readonly key: string;
	readonly spelling: string;
	/** Whether the paper introduces what it names. */
	readonly isOwn: boolean;
}

// What fewer papers spell in another way is a slip.
const fewest = 3;

/**
 * Spellings by which papers mean something else than what another introduces, each behind its key: RoPE is no
 * ROPE, COCO no CoCo. What introduces it is spelt otherwise, and by fewer.
 */
export function otherSpellings(names: readonly SpeltName[]): ReadonlySet<string> {
	const byKey = Map.groupBy(names, ({ key }) => key);
	return new Set(
		[...byKey].flatMap(([key, alike]) => othersAmong(alike).map((one) => `${key} ${one}`)),
	);
}

function othersAmong(names: readonly SpeltName[]): string[] {
	const owns = new Set(names.filter(({ isOwn }) => isOwn).map(({ spelling }) => spelling));
	if (owns.size === 0) return [];
	const counts: Tally = new Map();
	for (const { spelling, isOwn } of names) if (!isOwn) increment(counts, spelling);
	const asOwn = totalOf(new Map([...counts].filter(([spelling]) => owns.has(spelling))));
	return [...counts]
		.filter(([one, papers]) => !owns.has(one) && papers >= fewest && papers > asOwn)
		.map(([one]) => one);
}

/** A name in its own case, as far as its key goes: `Dream` of `Dream-7B`; else its family’s. */
export function spellingOf(name: string, family: string, key: string): string {
	const beginning = lettersOf(name).slice(0, key.length);
	return beginning.toLowerCase() === key ? beginning : lettersOf(family);
}

function lettersOf(name: string): string {
	return name.replace(/[^\p{L}\p{N}+#.]/gu, '');
}

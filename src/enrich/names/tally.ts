/** How often each of some things was seen. */
export type Tally = Map<string, number>;

/** Count one more. */
export function increment(tally: Tally, key: string): void {
	tally.set(key, (tally.get(key) ?? 0) + 1);
}

/** How often all of them were seen together. */
export function totalOf(tally: ReadonlyMap<string, number>): number {
	return [...tally.values()].reduce((sum, count) => sum + count, 0);
}

/** What was seen most often; of several the first by its characters, so that no order decides. */
export function mostFrequent(tally: ReadonlyMap<string, number>): string | undefined {
	return [...tally].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

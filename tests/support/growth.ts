/** Four times the length: where a doubling costs at most 2.2 times as much, time is linear. */
export const mostGrowth = 2.2 ** 2;

/** How the time of an action grows with its input. */
export interface Growth {
	/** How many times as long the action takes for four times the input. */
	readonly ratio: number;
	/** The length of the input, from which it was measured. */
	readonly length: number;
	/** In words: what a doubling costs. */
	readonly text: string;
}

/** What growth is measured with. */
export interface GrowthRange {
	/** The shortest input. */
	readonly from: number;
	/** The longest: four times of it should still fit a processor's cache, whatever else runs. */
	readonly to: number;
	/** How many milliseconds are enough to be measured. */
	readonly enough: number;
}

/**
 * Measure growth, given the milliseconds that an input of some length takes. A busy machine slows a
 * try; what grows with the square is slow in all of them.
 */
export function measureGrowth(
	millisecondsAt: (length: number) => number,
	{ from, to, enough }: GrowthRange,
): Growth {
	let length = from;
	while (length < to && millisecondsAt(length) < enough) length *= 2;
	let ratio = Infinity;
	for (let attempt = 0; attempt < 12 && ratio > mostGrowth; attempt++)
		ratio = Math.min(ratio, millisecondsAt(4 * length) / millisecondsAt(length));
	const doubling = Math.sqrt(ratio).toFixed(2);
	return { ratio, length, text: `doubling costs ${doubling} times, from ${length} characters` };
}

import { formatDigestTick, formatMonthTick } from '../../language/format.ts';
import { digestIdParts, type DigestId } from '../../model/id.ts';

/** A mark of an axis. */
export interface Tick {
	/** Of the thing it stands at, counted from 0. */
	readonly index: number;
	readonly label: string;
	/** Left out where there is little room. */
	readonly minor: boolean;
}

// As parts of the axis, on a wide screen and on a narrow one: how far marks must stand apart, and where the last
// may stand, so that its name ends within the page.
const wide = { apart: 1 / 11, last: 0.92 };
const narrow = { apart: 1 / 5, last: 0.8 };

/** The marks of an axis of digests: each digest, where there are few; else some of them, or the first of a month. */
export function digestTicks(digests: readonly DigestId[]): Tick[] {
	const places = [...digests.keys()];
	const months = places.filter(
		(index) => monthAt(digests, index) !== monthAt(digests, index - 1),
	);
	const byMonth = months.length >= 4;
	// The archive may begin with the last days of a month.
	const [first, second = Infinity] = months;
	const marks = byMonth ? months.slice(second - first! < digests.length / 24 ? 1 : 0) : places;
	const kept = thin(marks, digests.length, wide);
	// A month may have its year beside it.
	const room = byMonth ? { ...narrow, apart: 1 / 4 } : narrow;
	const major = new Set(thin(kept, digests.length, room));
	return kept.map((index, place) => ({
		index,
		label: byMonth
			? monthTick(monthAt(digests, index)!, place === 0)
			: digestTick(digests, index),
		minor: !major.has(index),
	}));
}

/** Those places on an axis that are far enough from the last one kept, and from the end. */
function thin(places: readonly number[], length: number, { apart, last }: typeof wide): number[] {
	let kept = -Infinity;
	return places.filter((place) => {
		const fits = place - kept >= length * apart && place <= length * last;
		if (fits) kept = place;
		return fits;
	});
}

function monthAt(digests: readonly DigestId[], index: number): string | undefined {
	return digests[index]?.slice(0, 7);
}

/** “Mar”; “Jan 2025”, and so at the beginning of the axis. */
function monthTick(month: string, isFirst: boolean): string {
	const withYear = isFirst || month.endsWith('-01');
	return formatMonthTick(month) + (withYear ? ` ${month.slice(0, 4)}` : '');
}

/** “11 Mar”; “(2)” beside it for the second of a day. */
function digestTick(digests: readonly DigestId[], index: number): string {
	const [id, before] = [digests[index]!, digests[index - 1]];
	const { day, number } = digestIdParts(id);
	return before && digestIdParts(before).day === day ? `(${number})` : formatDigestTick(id);
}

/** The strongest shade; 0 is that of nothing. */
export const strongestShade = 5;

/** Counts to shades: 0 for none, then equal steps of whole numbers up to the strongest for `most`. */
export function shadeScale(most: number): {
	shadeOf(count: number): number;
	/** The counts that each shade in use stands for, weakest first. */
	readonly steps: readonly {
		readonly shade: number;
		readonly from: number;
		readonly to: number;
	}[];
} {
	const step = Math.max(1, Math.ceil(most / strongestShade));
	const used = Math.ceil(most / step);
	// Where there are fewer steps than shades, the strongest ones are used.
	const shadeOf = (count: number) =>
		count === 0 ? 0 : Math.ceil(count / step) + strongestShade - Math.max(used, 1);
	const steps = Array.from({ length: used }, (_, index) => ({
		shade: shadeOf(index * step + 1),
		from: index * step + 1,
		to: (index + 1) * step,
	}));
	return { shadeOf, steps };
}

/** A number of a drawing, with as many digits as can be seen. */
export function coordinate(value: number): number {
	return Number(value.toFixed(2));
}

/** A length in percent of the drawing’s side, e.g. `12.5%`. */
export function percent(value: number): string {
	return `${coordinate(value)}%`;
}

/**
 * Squares in a row, as a part of a path: `M3 5h1`. Squares of a grid are level strokes, as wide as one is high, that
 * are dashed where there are gaps; so a path of hundreds is a few letters each.
 */
export function squares(column: number, row: number, count = 1): string {
	return `M${column} ${row}h${count}`;
}

/** What makes strokes squares of that side, with gaps up to 1. */
export function squareStroke(side: number): {
	readonly 'stroke-width': number;
	readonly 'stroke-dasharray': string;
} {
	return { 'stroke-width': side, 'stroke-dasharray': `${side} ${coordinate(1 - side)}` };
}

import type { DigestSummary } from '../model/digest-view.ts';
import { daysInMonth } from '../model/id.ts';

/** A day of a month, with the digests that it has. */
export interface GridDay {
	/** 1 to 31. */
	readonly number: number;
	readonly digests: readonly DigestSummary[];
}

/** A month such as `2025-04` as a sheet of a calendar: its days, and the column of the first, 1 for a Monday. */
export function monthGrid(
	month: string,
	digests: readonly DigestSummary[],
): { readonly firstColumn: number; readonly days: readonly GridDay[] } {
	const [year, number] = month.split('-').map(Number) as [number, number];
	const weekday = new Date(`${month}-01`).getUTCDay();
	const byDay = Map.groupBy(digests, ({ day }) => Number(day.slice(8)));
	return {
		firstColumn: weekday === 0 ? 7 : weekday,
		days: Array.from({ length: daysInMonth(year, number) }, (_, index) => ({
			number: index + 1,
			digests: byDay.get(index + 1) ?? [],
		})),
	};
}

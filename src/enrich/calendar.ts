import type { DigestSummary, YearView } from '../model/view.ts';

/** Digests, oldest first, by year and month. */
export function calendar(digests: readonly DigestSummary[]): YearView[] {
	const years = Map.groupBy(digests, ({ day }) => day.slice(0, 4));
	return [...years].map(([year, ofYear]) => ({
		id: year,
		months: [...Map.groupBy(ofYear, ({ day }) => day.slice(0, 7))].map(([month, ofMonth]) => ({
			id: month,
			digests: ofMonth,
		})),
	}));
}

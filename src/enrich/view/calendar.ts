import type { WithdrawnDigest } from '../../model/archive.ts';
import type { DigestSummary, YearView } from '../../model/view.ts';

/** Digests, oldest first, by year and month. A month whose digests were all withdrawn keeps its page. */
export function calendar(
	digests: readonly DigestSummary[],
	withdrawn: readonly WithdrawnDigest[],
): YearView[] {
	const byMonth = Map.groupBy(digests, ({ day }) => day.slice(0, 7));
	const months = new Set([...digests, ...withdrawn].map(({ day }) => day.slice(0, 7)));
	const years = Map.groupBy([...months].sort(), (month) => month.slice(0, 4));
	return [...years].map(([year, ofYear]) => ({
		id: year,
		months: ofYear.map((month) => ({ id: month, digests: byMonth.get(month) ?? [] })),
	}));
}

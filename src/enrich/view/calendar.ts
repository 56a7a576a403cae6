import type { ArchivedDigest, WithdrawnDigest } from '../../model/archive.ts';
import type { YearView } from '../../model/digest-view.ts';

/** Digests, oldest first, by year and month. A month whose digests were all withdrawn keeps its page. */
export function calendar(
	digests: readonly Pick<ArchivedDigest, 'id' | 'day'>[],
	withdrawn: readonly WithdrawnDigest[],
): YearView[] {
	const byMonth = Map.groupBy(digests, ({ day }) => day.slice(0, 7));
	const months = new Set([...digests, ...withdrawn].map(({ day }) => day.slice(0, 7)));
	const years = Map.groupBy([...months].sort(), (month) => month.slice(0, 4));
	return [...years].map(([year, ofYear]) => ({
		id: year,
		months: ofYear.map((month) => ({
			id: month,
			digests: (byMonth.get(month) ?? []).map(({ id }) => id),
		})),
	}));
}

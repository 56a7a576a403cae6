import type { YearView } from './digest-view.ts';
import type { Day } from './id.ts';
import type { PageLevel } from './names.ts';

/** More papers than the page of a topic shows well; then it has one for each year. */
export const mostOnTopicPage = 60;

/** More papers of one year than its page shows well; then there is one for each month. */
export const mostInTopicYear = 120;

/** The pages below a topic’s own: `2025`, `2025-03`. All of the archive’s years are among them, so that none can go. */
export function topicPeriods(pages: PageLevel | undefined, years: readonly YearView[]): string[] {
	if (pages === undefined) return [];
	return years.flatMap(({ id, months }) => [
		id,
		...(pages === 'months' ? months.map((month) => month.id) : []),
	]);
}

/** Of papers, those that were first seen in a year or a month. */
export function firstSeenIn<Paper extends { readonly firstSeen: Day }>(
	papers: readonly Paper[],
	period: string,
): Paper[] {
	return papers.filter(({ firstSeen }) => firstSeen.startsWith(period));
}

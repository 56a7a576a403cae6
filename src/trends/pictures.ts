import type { Day, DigestId, PaperId } from '../model/id.ts';
import type { PaperView } from '../model/paper-view.ts';
import type { Overlap, Return, TopicTrend, TrendName, Trends } from '../model/trends.ts';
import { trendTable, type Table } from './trend-tables.ts';
import { mostShared, trendText } from './trend-texts.ts';
import { words } from '../language/words.ts';

// As many as a phone can show and a page can carry; the CSVs have the rest.
const comparedDigests = 30;
const shownPapers = 15;
const shownTopics = 12;

/** What stands around every picture. */
export interface Caption {
	readonly name: TrendName;
	readonly title: string;
	readonly text: string;
	/** All its numbers. */
	readonly table: Table;
}

/** A bar of a picture of bars. */
export interface Bar {
	readonly label: string;
	readonly value: number;
}

/** What is drawn on `/trends/`. */
export interface Pictures {
	readonly captions: Readonly<Record<TrendName, Caption>>;
	/** Every day with a digest, oldest first. */
	readonly days: readonly { readonly day: Day; readonly papers: number }[];
	readonly mostPapers: number;
	/** The digests that are compared with one another, oldest first, and what they share. */
	readonly compared: readonly DigestId[];
	readonly overlaps: readonly Overlap[];
	readonly mostShared: number;
	readonly returning: readonly Return[];
	readonly topics: readonly TopicTrend[];
	readonly stays: readonly Bar[];
	readonly timesSeen: readonly Bar[];
}

/** Choose and sort what the pictures of the trends page show. */
export function picturesOf(trends: Trends, papers: ReadonlyMap<PaperId, PaperView>): Pictures {
	const { digests, returning, topics, stays, timesSeen } = trends;
	const days = [...Map.groupBy(digests, ({ day }) => day)].map(([day, ofDay]) => ({
		day,
		papers: ofDay.reduce((sum, { fresh, returning }) => sum + fresh + returning, 0),
	}));
	const compared = digests.slice(-comparedDigests).map(({ id }) => id);
	const inPicture = new Set(compared);
	const overlaps = trends.overlaps.filter(({ earlier }) => inPicture.has(earlier));
	const captions = Object.entries(words.trends.titles).map(([key, title]) => {
		const name = key as TrendName;
		const table = trendTable(name, trends, papers);
		return [name, { name, title, text: textOf(name, trends), table }] as const;
	});
	return {
		captions: Object.fromEntries(captions) as Pictures['captions'],
		days,
		mostPapers: Math.max(0, ...days.map((day) => day.papers)),
		compared,
		overlaps,
		mostShared: mostShared(overlaps)?.shared ?? 0,
		returning: returning.slice(0, shownPapers),
		topics: topics.slice(0, shownTopics),
		stays: stays.map((range) => ({
			label: range.to === 0 ? words.trends.oneDay : words.trends.days(range.from, range.to),
			value: range.papers,
		})),
		timesSeen: timesSeen.map((range) => ({
			label: words.trends.digests(range.from, range.to),
			value: range.papers,
		})),
	};
}

function textOf(name: TrendName, trends: Trends): string {
	const isCut = name === 'overlap' && trends.digests.length > comparedDigests;
	const note = isCut ? words.trendTexts.newestOnly(comparedDigests) : '';
	return trendText(name, trends) + note;
}

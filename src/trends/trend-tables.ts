import { address } from '../model/address.ts';
import type { PaperId } from '../model/id.ts';
import type { PaperView } from '../model/paper-view.ts';
import type { PaperRange, TrendName, Trends } from '../model/trends.ts';
import { words, type Words } from '../language/words.ts';

/** The papers that numbers are of. */
type Papers = ReadonlyMap<PaperId, PaperView>;

/** A column: its name in CSV, its heading for readers, and what its cells are. */
export interface Column {
	readonly name: string;
	readonly heading: string;
	readonly kind: 'digest' | 'day' | 'address' | 'text' | 'count';
}

/** The numbers of a picture. */
export interface Table {
	readonly columns: readonly Column[];
	/** Newest, or most, first. */
	readonly rows: readonly (readonly (string | number)[])[];
}

/** The numbers of each picture, whole. */
export function trendTable(name: TrendName, trends: Trends, papers: Papers): Table {
	return tables[name](trends, papers);
}

const tables: Readonly<Record<TrendName, (trends: Trends, papers: Papers) => Table>> = {
	calendar: ({ digests }) => {
		const days = [...Map.groupBy(digests, ({ day }) => day)];
		return {
			columns: [column('day', 'day', 'day'), count('digests'), count('papers')],
			rows: days
				.map(([day, ofDay]) => [
					day,
					ofDay.length,
					ofDay.reduce((sum, { fresh, returning }) => sum + fresh + returning, 0),
				])
				.toReversed(),
		};
	},
	newcomers: ({ digests }) => ({
		columns: [
			column('digest', 'digest', 'digest'),
			count('papers'),
			count('new'),
			count('returning'),
		],
		rows: digests
			.map(({ id, fresh, returning }) => [id, fresh + returning, fresh, returning])
			.toReversed(),
	}),
	overlap: ({ overlaps }) => ({
		columns: [
			column('later', 'later', 'digest'),
			column('earlier', 'earlier', 'digest'),
			count('shared'),
		],
		rows: overlaps.map(({ later, earlier, shared }) => [later, earlier, shared]),
	}),
	returning: ({ returning }, papers) => ({
		columns: [
			column('title', 'title', 'text'),
			// Not the bare id: a spreadsheet would take one of digits for a number.
			column('address', 'address', 'address'),
			count('digests'),
			column('first_seen', 'firstSeen', 'day'),
			column('last_seen', 'lastSeen', 'day'),
		],
		rows: returning.map(({ paper, digests }) => {
			const { title, firstSeen, lastSeen } = papers.get(paper)!;
			return [title, address.paper(paper), digests.length, firstSeen, lastSeen];
		}),
	}),
	topics: ({ digests, topics }) => ({
		columns: [
			column('digest', 'digest', 'digest'),
			count('papers'),
			...topics.map(
				({ slug, name }) => ({ name: slug, heading: name, kind: 'count' }) as const,
			),
		],
		rows: (topics.length === 0 ? [] : digests)
			.map(({ id, fresh, returning }, index) => [
				id,
				fresh + returning,
				...topics.map(({ perDigest }) => perDigest[index]!),
			])
			.toReversed(),
	}),
	stays: ({ stays }) => rangeTable('days', 'days', stays),
	'times-seen': ({ timesSeen }) => rangeTable('digests', 'digestsFrom', timesSeen),
};

/** What the headings are called in the words of each language. */
type Heading = keyof Words['trends']['columns'];

function column(name: string, heading: Heading, kind: Column['kind']): Column {
	return { name, heading: words.trends.columns[heading], kind };
}

/** A column of numbers whose heading is called as it is. */
function count(name: Heading): Column {
	return column(name, name, 'count');
}

/** The upper bound of a range without one is left empty. */
function rangeTable(name: string, heading: Heading, ranges: readonly PaperRange[]): Table {
	return {
		columns: [
			column(`${name}_from`, heading, 'count'),
			column(`${name}_to`, 'to', 'count'),
			count('papers'),
		],
		rows: ranges.map(({ from, to, papers }) => [from, to ?? '', papers]),
	};
}

import { address } from '../model/address.ts';
import type { PaperId } from '../model/id.ts';
import type { PaperView } from '../model/paper-view.ts';
import type { PaperRange, TrendName, Trends } from '../model/trends.ts';

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
			columns: [column('day', 'Day', 'day'), count('digests'), count('papers')],
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
			column('digest', 'Digest', 'digest'),
			count('papers'),
			count('new'),
			column('returning', 'Seen before', 'count'),
		],
		rows: digests
			.map(({ id, fresh, returning }) => [id, fresh + returning, fresh, returning])
			.toReversed(),
	}),
	overlap: ({ overlaps }) => ({
		columns: [
			column('later', 'Later digest', 'digest'),
			column('earlier', 'Earlier digest', 'digest'),
			column('shared', 'Papers in both', 'count'),
		],
		rows: overlaps.map(({ later, earlier, shared }) => [later, earlier, shared]),
	}),
	returning: ({ returning }, papers) => ({
		columns: [
			column('title', 'Paper', 'text'),
			// Not the bare id: a spreadsheet would take one of digits for a number.
			column('address', 'Address', 'address'),
			count('digests'),
			column('first_seen', 'First seen', 'day'),
			column('last_seen', 'Last seen', 'day'),
		],
		rows: returning.map(({ paper, digests }) => {
			const { title, firstSeen, lastSeen } = papers.get(paper)!;
			return [title, address.paper(paper), digests.length, firstSeen, lastSeen];
		}),
	}),
	topics: ({ digests, topics }) => ({
		columns: [
			column('digest', 'Digest', 'digest'),
			count('papers'),
			...topics.map(({ slug, name }) => column(slug, name, 'count')),
		],
		rows: (topics.length === 0 ? [] : digests)
			.map(({ id, fresh, returning }, index) => [
				id,
				fresh + returning,
				...topics.map(({ perDigest }) => perDigest[index]!),
			])
			.toReversed(),
	}),
	stays: ({ stays }) => rangeTable('days', 'Days', stays),
	'times-seen': ({ timesSeen }) => rangeTable('digests', 'Digests', timesSeen),
};

function column(name: string, heading: string, kind: Column['kind']): Column {
	return { name, heading, kind };
}

/** A column of numbers whose heading is its name. */
function count(name: string): Column {
	return column(name, name.charAt(0).toUpperCase() + name.slice(1), 'count');
}

/** The upper bound of a range without one is left empty. */
function rangeTable(name: string, heading: string, ranges: readonly PaperRange[]): Table {
	return {
		columns: [
			column(`${name}_from`, `${heading}, from`, 'count'),
			column(`${name}_to`, 'To', 'count'),
			count('papers'),
		],
		rows: ranges.map(({ from, to, papers }) => [from, to ?? '', papers]),
	};
}

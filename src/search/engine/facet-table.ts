import { longFacets, type FacetFile, type FacetName, type MoreFacetsFile } from '../facet-file.ts';
import { unpackRising } from '../number-steps.ts';
import { choiceNames, type ChoiceName, type SearchState } from './state.ts';

/** A value of a facet, and how many papers choosing it would leave. */
export interface FacetValue {
	readonly value: string;
	readonly count: number;
}

/** What is counted beside the results: `when` by year and by month. */
export type FacetGroup = FacetName | 'year' | 'month';

/** The values of every group: most papers first, dates from the newest on. */
export type FacetCounts = Readonly<Record<FacetGroup, readonly FacetValue[]>>;

type Values = ReadonlyMap<string, readonly number[]>;

/** Which papers have what. Papers are numbers, in the order of the index. */
export interface FacetTable {
	/** Of the terms whose papers have the same numbers. */
	readonly version: string;
	/** How many there are. */
	readonly papers: number;
	/** The papers of each value. */
	readonly groups: Readonly<Record<FacetGroup, Values>>;
	/** Whether the values that few papers have are left out. */
	readonly isCut: boolean;
}

type Chosen = SearchState['chosen'];

/** The table of a built file, and of what it leaves out. */
export function facetTableOf(
	{ version, papers, facets, hasMore }: FacetFile,
	more?: MoreFacetsFile,
): FacetTable {
	const unpack = (name: FacetName): Values => {
		const all = { ...facets[name], ...more?.[name as keyof MoreFacetsFile] };
		return new Map(Object.entries(all).map(([value, steps]) => [value, unpackRising(steps)]));
	};
	const digest = unpack('digest');
	const groups = {
		digest,
		topic: unpack('topic'),
		system: unpack('system'),
		code: unpack('code'),
		year: groupDigests(digest, 'YYYY'.length),
		month: groupDigests(digest, 'YYYY-MM'.length),
	};
	return { version, papers, groups, isCut: hasMore && !more };
}

/** Years or months of digests, by the length of their names. */
function groupDigests(digests: Values, length: number): Values {
	const groups = new Map<string, Set<number>>();
	for (const [digest, papers] of digests) {
		const name = digest.slice(0, length);
		const group = groups.get(name) ?? new Set();
		for (const paper of papers) group.add(paper);
		groups.set(name, group);
	}
	return new Map([...groups].map(([name, papers]) => [name, [...papers]]));
}

/** Whether all of what is chosen is among the values of a table. */
export function knowsChosen({ groups }: FacetTable, chosen: Chosen): boolean {
	return longFacets.every((name) => chosen[name].every((value) => groups[name].has(value)));
}

/** Those papers that have what is chosen, of the given ones or of all. */
export function narrowPapers(
	table: FacetTable,
	chosen: Chosen,
	found?: readonly number[],
): Set<number> {
	const lists = choiceNames.filter((name) => chosen[name].length > 0);
	const sets = lists.map((name) => papersHaving(table, name, chosen[name]));
	const from = found ?? Array.from({ length: table.papers }, (_, paper) => paper);
	return new Set([...from].filter((paper) => sets.every((set) => set.has(paper))));
}

function papersHaving(
	{ groups }: FacetTable,
	name: ChoiceName,
	chosen: readonly string[],
): ReadonlySet<number> {
	return new Set(chosen.flatMap((value) => groups[groupOf(name, value)].get(value) ?? []));
}

function groupOf(name: ChoiceName, value: string): FacetGroup {
	if (name !== 'when') return name;
	return isYear(value) ? 'year' : 'month';
}

/** Whether a value of `when` is a year, `2025`, and not a month, `2025-03`. */
export function isYear(value: string): boolean {
	return value.length === 'YYYY'.length;
}

const dateGroups: ReadonlySet<FacetGroup> = new Set(['year', 'month', 'digest']);

/** Each value counted under the query and what is chosen in the other lists. */
export function countFacets(
	table: FacetTable,
	chosen: Chosen,
	found?: readonly number[],
): FacetCounts {
	const under = (others: Chosen) => flagsOf(narrowPapers(table, others, found), table.papers);
	const left = under(chosen);
	const counted = (group: FacetGroup) => {
		const list = group === 'year' || group === 'month' ? 'when' : group;
		const within = chosen[list].length === 0 ? left : under({ ...chosen, [list]: [] });
		const counts = countValues(table.groups[group], within);
		return counts.toSorted(dateGroups.has(group) ? newestFirst : mostFirst);
	};
	return {
		year: counted('year'),
		month: counted('month'),
		digest: counted('digest'),
		topic: counted('topic'),
		system: counted('system'),
		code: counted('code'),
	};
}

/** Of so many papers, a 1 at the number of each of these. */
function flagsOf(numbers: Iterable<number>, papers: number): Uint8Array {
	const flags = new Uint8Array(papers);
	for (const number of numbers) flags[number] = 1;
	return flags;
}

/** The values that any of the papers has which have a 1 at their numbers. */
function countValues(values: Values, within: Uint8Array): FacetValue[] {
	const counts = [...values].map(([value, papers]) => ({
		value,
		count: papers.reduce((sum, paper) => sum + within[paper]!, 0),
	}));
	return counts.filter(({ count }) => count > 0);
}

function newestFirst(a: FacetValue, b: FacetValue): number {
	return a.value < b.value ? 1 : -1;
}

function mostFirst(a: FacetValue, b: FacetValue): number {
	return b.count - a.count || (a.value < b.value ? -1 : 1);
}

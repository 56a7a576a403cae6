import { longFacets, type FacetFile, type FacetName, type MoreFacetsFile } from '../facet-file.ts';
import { unpackNumbers } from '../word-file.ts';
import { choiceNames, type ChoiceName, type SearchState } from './state.ts';

/** A value of a facet, and how many papers choosing it would leave. */
export interface FacetValue {
	readonly value: string;
	readonly count: number;
}

/** What is counted beside the results: `when` by year and by month. */
export type FacetGroup = FacetName | 'year' | 'month';

/** The values of every group, most papers first. */
export type FacetCounts = Readonly<Record<FacetGroup, readonly FacetValue[]>>;

/** Which papers have what. Papers are numbers, in the order of the index. */
export interface FacetTable {
	readonly papers: number;
	/** Whether the values that few papers have are left out. */
	readonly isCut: boolean;
	/** Whether all of what is chosen is among the values. */
	knows(chosen: SearchState['chosen']): boolean;
	/** Those papers that have what is chosen, of the given ones or of all. */
	narrow(chosen: SearchState['chosen'], found?: ReadonlySet<number>): Set<number>;
	/** Each value counted under the query and what is chosen in the other lists. */
	count(chosen: SearchState['chosen'], found?: ReadonlySet<number>): FacetCounts;
	/** What is said of a paper below its excerpt. */
	describe(paper: number): {
		readonly firstSeen: string;
		readonly seen: number;
	};
}

type Values = ReadonlyMap<string, readonly number[]>;

/** Make the table of a built file, and of what it leaves out. */
export function createFacetTable(
	{ papers, facets, hasMore }: FacetFile,
	more?: MoreFacetsFile,
): FacetTable {
	const unpack = (name: FacetName): Values => {
		const all = { ...facets[name], ...more?.[name as keyof MoreFacetsFile] };
		return new Map(Object.entries(all).map(([value, steps]) => [value, unpackNumbers(steps)]));
	};
	const digest = unpack('digest');
	const groups: Record<FacetGroup, Values> = {
		digest,
		topic: unpack('topic'),
		system: unpack('system'),
		code: unpack('code'),
		year: groupDigests(digest, 4),
		month: groupDigests(digest, 7),
	};
	const digestsOf = invert(digest, papers);
	return { papers, isCut: hasMore && !more, knows, narrow, count, describe };

	function knows(chosen: SearchState['chosen']): boolean {
		return longFacets.every((name) => chosen[name].every((value) => groups[name].has(value)));
	}

	function narrow(chosen: SearchState['chosen'], found?: ReadonlySet<number>): Set<number> {
		const lists = choiceNames.filter((name) => chosen[name].length > 0);
		const masks = lists.map((name) => having(name, chosen[name]));
		const from = found ?? Array.from({ length: papers }, (_, paper) => paper);
		return new Set([...from].filter((paper) => masks.every((mask) => mask.has(paper))));
	}

	function having(name: ChoiceName, chosen: readonly string[]): Set<number> {
		const all = chosen.flatMap((value) => {
			if (name !== 'when') return groups[name].get(value) ?? [];
			return groups[value.length === 4 ? 'year' : 'month'].get(value) ?? [];
		});
		return new Set(all);
	}

	function count(chosen: SearchState['chosen'], found?: ReadonlySet<number>): FacetCounts {
		const counted = (group: FacetGroup) => {
			const list = group === 'year' || group === 'month' ? 'when' : group;
			return countValues(groups[group], narrow({ ...chosen, [list]: [] }, found));
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

	function describe(paper: number) {
		const digests = digestsOf[paper]!.toSorted();
		return {
			firstSeen: digests[0]!.slice(0, 10),
			seen: digests.length,
		};
	}
}

/** Most papers first; of equal ones the newest date, or by the alphabet. */
function countValues(values: Values, within: ReadonlySet<number>): FacetValue[] {
	const counts = [...values].map(([value, papers]) => ({
		value,
		count: papers.reduce((sum, paper) => sum + Number(within.has(paper)), 0),
	}));
	return counts
		.filter(({ count }) => count > 0)
		.toSorted((a, b) => b.count - a.count || compareValues(a.value, b.value));
}

function compareValues(a: string, b: string): number {
	const order = a < b ? -1 : 1;
	return /^\d{4}/.test(a) && /^\d{4}/.test(b) ? -order : order;
}

/** Years or months of digests, by the length of their names. */
function groupDigests(digests: Values, length: number): Values {
	const groups = new Map<string, Set<number>>();
	for (const [digest, papers] of digests) {
		const name = digest.slice(0, length);
		groups.set(name, new Set([...(groups.get(name) ?? []), ...papers]));
	}
	return new Map([...groups].map(([name, papers]) => [name, [...papers]]));
}

/** The values of each paper. */
function invert(values: Values, papers: number): string[][] {
	const lists = Array.from({ length: papers }, (): string[] => []);
	for (const [value, numbers] of values) for (const number of numbers) lists[number]!.push(value);
	return lists;
}

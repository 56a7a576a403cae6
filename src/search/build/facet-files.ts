import {
	hasCode,
	type FacetFile,
	type FacetName,
	type FacetValues,
	type MoreFacetsFile,
} from '../facet-file.ts';
import { systemPages } from '../../model/paper-view.ts';
import type { SearchedPaper } from './searched-paper.ts';
import { packRising } from '../number-steps.ts';

// Of a long facet, what is fetched with the search page: so many values in any case, and further ones as long
// as they have so many papers together, each of which is a byte or two.
const fewestFirst = 16;
const mostListedFirst = 5_000;

/**
 * Which papers have each value, so that what a search finds can be narrowed and counted.
 */
export function facetFilesOf(papers: readonly SearchedPaper[]): {
	readonly first: Omit<FacetFile, 'version'>;
	readonly more: MoreFacetsFile;
} {
	const valuesOf = (name: FacetName) => numbersByValue(papers.map(facetsOf[name]));
	const [topics, systems] = [splitValues(valuesOf('topic')), splitValues(valuesOf('system'))];
	const more = { topic: pack(topics.more), system: pack(systems.more) };
	return {
		first: {
			papers: papers.length,
			facets: {
				digest: pack(valuesOf('digest')),
				topic: pack(topics.first),
				system: pack(systems.first),
				code: pack(valuesOf('code')),
			},
			hasMore: topics.more.length + systems.more.length > 0,
		},
		more,
	};
}

/** What a paper is found under: digests by id, topics and systems by name. */
const facetsOf: Record<FacetName, (paper: SearchedPaper) => readonly string[]> = {
	digest: ({ appearances }) => appearances.map(({ digest }) => digest),
	topic: ({ topics }) => topics.map(({ name }) => name),
	system: ({ systems }) => systemPages(systems).map(({ name }) => name),
	code: ({ links }) => (links.some(({ kind }) => kind === 'code') ? [hasCode] : []),
};

/** A value and the numbers of its papers. */
type Row = readonly [value: string, papers: readonly number[]];

function numbersByValue(values: readonly (readonly string[])[]): Row[] {
	const numbers = new Map<string, number[]>();
	values.forEach((ofPaper, number) => {
		for (const value of new Set(ofPaper)) {
			const list = numbers.get(value);
			if (list) list.push(number);
			else numbers.set(value, [number]);
		}
	});
	return [...numbers];
}

function splitValues(rows: readonly Row[]): { first: Row[]; more: Row[] } {
	const sorted = rows.toSorted(([a, first], [b, second]) =>
		first.length === second.length ? (a < b ? -1 : 1) : second.length - first.length,
	);
	let listed = 0;
	const isFirst = ([, papers]: Row, rank: number) =>
		(listed += papers.length) <= mostListedFirst || rank < fewestFirst;
	const end = sorted.findIndex((row, rank) => !isFirst(row, rank));
	return end < 0
		? { first: sorted, more: [] }
		: { first: sorted.slice(0, end), more: sorted.slice(end) };
}

function pack(rows: readonly Row[]): FacetValues {
	const sorted = rows.toSorted(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(sorted.map(([value, papers]) => [value, packRising(papers)]));
}

import { createHash } from 'node:crypto';
import { packNumbers, packRising } from '../number-steps.ts';
import {
	noPlace,
	titleLetter,
	type PlacesBlock,
	type TermBlock,
	type TermRow,
	type TermTable,
} from '../term-file.ts';
import type { Postings } from './postings.ts';
import type { TermIndex } from './term-index.ts';

/** The terms in their order as files of about the same size, and the table that leads to them. */
export interface TermFiles {
	readonly table: TermTable;
	readonly blocks: readonly TermBlock[];
	/** Of each block. */
	readonly places: readonly PlacesBlock[];
}

/** Cut an index of so many papers into files. */
export function termFilesOf({ terms, titleEnds }: TermIndex, papers: number): TermFiles {
	const rows = [...terms.keys()]
		.toSorted()
		.map((term) => rowOf(term, terms.get(term)!, titleEnds));
	const blocks = cutRows(rows.map((row) => withoutCounts(row, papers)));
	const places = blocks.map((block) =>
		block.map(([term]) => packNumbers(terms.get(term)!.places)),
	);
	return {
		table: {
			papers,
			version: sumOf([blocks, places]).slice(0, 10),
			starts: blocks.map(([first]) => first?.[0] ?? ''),
			common: rows.filter((row) => isCommon(row, papers)).map(([term]) => term),
			wide: places.flatMap((block, at) => (isWide(block) ? at : [])),
		},
		blocks,
		places,
	};
}

/** The sum of lists as JSON, which together are more than a string should hold. */
function sumOf(lists: readonly (readonly unknown[])[]): string {
	const sum = createHash('sha256');
	let separator = '[[';
	for (const list of lists) {
		for (const item of list) {
			sum.update(separator + JSON.stringify(item));
			separator = ',';
		}
		separator = '],[';
	}
	return sum.update(']]').digest('hex');
}

// `---`, where no title has a term
const noTitleRe = /^-+$/;
const mostCounted = 9;

function rowOf(term: string, { papers, places }: Postings, titleEnds: readonly number[]): TermRow {
	const counts: number[] = [];
	const titles: string[] = [];
	let next = 0;
	for (const paper of papers) {
		const times = places[next++]!;
		const first = places[next]!;
		const titleEnd = titleEnds[paper]!;
		let inTitle = 0;
		for (let place = 0; inTitle < times; inTitle++) {
			place += places[next + inTitle]!;
			if (place >= titleEnd) break;
		}
		const isLast = first === titleEnd - 1;
		counts.push(Math.min(mostCounted, times - inTitle));
		titles.push(titleLetter(inTitle > 0 ? { place: first, isLast } : undefined));
		next += times;
	}
	return [term, packRising(papers), counts.join(''), titles.join('').replace(noTitleRe, '')];
}

// What a quarter of many papers have is found by what else is asked for and by titles. Its digits are half of it.
const uncountedShare = 0.25;
const fewestUncounted = 1_000;

function withoutCounts(row: TermRow, papers: number): TermRow {
	const [term, having, counts, titles] = row;
	const isMany = counts.length > Math.max(fewestUncounted, papers * uncountedShare);
	return isMany ? [term, having, '', titles] : row;
}

// A search fetches a block for each word, and the table names all of them: both together are least at some
// multiple of the root of all. In characters, of which packing leaves two fifths.
const blockFactor = 5;

function cutRows(rows: readonly TermRow[]): TermRow[][] {
	const sizes = rows.map((row) => JSON.stringify(row).length);
	const target = blockFactor * Math.sqrt(sizes.reduce((sum, size) => sum + size, 0));
	// One at least, also of an archive without papers.
	const blocks: TermRow[][] = [[]];
	let left = target;
	rows.forEach((row, index) => {
		if (left <= 0) {
			blocks.push([]);
			left = target;
		}
		blocks.at(-1)!.push(row);
		left -= sizes[index]!;
	});
	return blocks;
}

// In characters, of which packing leaves two to three fifths: 20 to 30 KB.
const mostPlaces = 50_000;

function isWide(block: PlacesBlock): boolean {
	return block.reduce((sum, { length }) => sum + length, 0) > mostPlaces;
}

const commonShare = 0.6;
// `attention` may be in most papers and still be what is asked for.
const longestCommon = 4;
// Of fewer papers, most are few.
const fewPapers = 8;

function isCommon([term, , counts, titles]: TermRow, papers: number): boolean {
	if (term.length > longestCommon || counts.length <= papers * commonShare) return false;
	// Not those that only mean it.
	const having = Array.from(counts).filter(
		(count, at) => count !== '0' || (titles[at] ?? noPlace) !== noPlace,
	);
	return having.length > Math.max(fewPapers, papers * commonShare);
}

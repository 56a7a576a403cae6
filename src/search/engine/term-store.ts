import { sumSteps, unpackNumbers, unpackRising } from '../number-steps.ts';
import {
	letterPlace,
	type PlacesBlock,
	type TermBlock,
	type TermTable,
	type TitlePlace,
} from '../term-file.ts';
import { lazily, lazilyEach } from './lazily.ts';

/** What fetches the files of terms. Each may be asked again and again. */
export interface TermSource {
	terms(): Promise<TermTable>;
	block(version: string, block: number): Promise<TermBlock>;
	places(version: string, block: number): Promise<PlacesBlock>;
}

/** A paper that has a term. */
export interface Hit {
	/** How often its abstract does. Where neither has it, the paper only means it. */
	readonly count: number;
	/** Where its title first does. */
	readonly title?: TitlePlace | undefined;
}

/** The papers of a term. */
export type Hits = ReadonlyMap<number, Hit>;

/** The places of a term in each of its papers. */
export type Places = ReadonlyMap<number, readonly number[]>;

/** The terms of the archive, fetched as they are needed. */
export interface TermStore {
	table(): Promise<TermTable>;
	/** The papers of a term, where any has it. */
	hits(term: string): Promise<Hits | undefined>;
	/** The terms that begin so; of many, the first. */
	beginning(text: string): Promise<readonly string[]>;
	places(term: string): Promise<Places>;
	/** Whether the places of a term are too many to be fetched for the order of what is found alone. */
	isWide(term: string): Promise<boolean>;
	/** Fetch what tells the places of a term, before it is known whether any paper has it. */
	fetchPlaces(term: string): Promise<void>;
}

/** Make the store of what fetches its files. */
export function createTermStore(source: TermSource): TermStore {
	const table = lazily(source.terms);
	const block = lazilyEach(async (at: number) => source.block((await table()).version, at));
	const places = lazilyEach(async (at: number) => source.places((await table()).version, at));
	const rowOf = async (term: string) => {
		const at = blockOf(await table(), term);
		const rows = await block(at);
		const place = rows.findIndex(([other]) => other === term);
		return { at, place, row: rows[place] };
	};
	return {
		table,
		hits: async (term) => {
			const { row } = await rowOf(term);
			return row && unpackHits(row);
		},
		beginning: async (text) => {
			const blocks = blocksBeginning(await table(), text);
			const rows = await Promise.all(blocks.map((at) => block(at)));
			return rows.flat().flatMap(([term]) => (term.startsWith(text) ? term : []));
		},
		places: async (term) => {
			const { at, place, row } = await rowOf(term);
			return row ? unpackPlaces(unpackRising(row[1]), (await places(at))[place]!) : new Map();
		},
		isWide: async (term) => {
			const known = await table();
			return known.wide?.includes(blockOf(known, term)) ?? false;
		},
		fetchPlaces: async (term) => void (await places(blockOf(await table(), term))),
	};
}

/** The block in which a term is, if it is in any. */
function blockOf({ starts }: TermTable, term: string): number {
	const next = starts.findIndex((start) => start > term);
	return Math.max(0, next < 0 ? starts.length - 1 : next - 1);
}

// Who has typed two letters does not mean all that follow.
const mostBlocks = 4;

function blocksBeginning(table: TermTable, text: string): number[] {
	const first = blockOf(table, text);
	const last = blockOf(table, `${text}\uffff`);
	return Array.from(
		{ length: Math.min(mostBlocks, last - first + 1) },
		(_, offset) => first + offset,
	);
}

function unpackHits([, steps, counts, titles]: TermBlock[number]): Hits {
	return new Map(
		unpackRising(steps).map((paper, at) => [
			paper,
			{ count: Number(counts[at]), title: letterPlace(titles[at]) },
		]),
	);
}

function unpackPlaces(papers: readonly number[], packed: string): Places {
	const counted = unpackNumbers(packed);
	let at = 0;
	return new Map(
		papers.map((paper) => {
			const start = at + 1;
			at = start + counted[at]!;
			return [paper, sumSteps(counted.slice(start, at))];
		}),
	);
}

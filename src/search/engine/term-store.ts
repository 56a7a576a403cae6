import { sumSteps, unpackNumbers, unpackRising } from '../number-steps.ts';
import type { PlacesBlock, TermBlock, TermTable } from '../term-file.ts';
import { lazily, lazilyEach } from './lazily.ts';

/** What fetches the files of terms. Each may be asked again and again. */
export interface TermSource {
	terms(): Promise<TermTable>;
	block(version: string, block: number): Promise<TermBlock>;
	places(version: string, block: number): Promise<PlacesBlock>;
}

/** The papers of a term, which may be most of the archive. */
export interface Hits {
	/** By their numbers, which rise. */
	readonly papers: readonly number[];
	/**
	 * For each a digit: how often its abstract has the term. Where neither has it, the paper only means it. Empty where
	 * how often tells no paper from another.
	 */
	readonly counts: string;
	/** For each a letter: where its title first has it. Empty where none does. */
	readonly titles: string;
}

/** The places of a term. */
export interface Places {
	/** The papers that have it, by their numbers, which rise. */
	readonly papers: readonly number[];
	/** Where the paper that is at some place among them has it. */
	of(at: number): readonly number[];
}

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
			return row ? unpackPlaces(unpackRising(row[1]), (await places(at))[place]!) : nowhere;
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
	return { papers: unpackRising(steps), counts, titles };
}

const nowhere: Places = { papers: [], of: () => [] };

function unpackPlaces(papers: readonly number[], packed: string): Places {
	const counted = unpackNumbers(packed);
	const starts: number[] = [];
	for (let at = 0; at < counted.length; at += counted[at]! + 1) starts.push(at + 1);
	return {
		papers,
		of(at) {
			const start = starts[at]!;
			return sumSteps(counted.slice(start, start + counted[start - 1]!));
		},
	};
}

import type { PaperTexts } from '../../model/paper-view.ts';
import { titleGap } from '../term-file.ts';
import { chunksOf, splitCompound } from '../text/chunks.ts';
import { foldSymbol, isSymbol } from '../text/symbols.ts';
import { otherWordsOf, partsOf, stemOf, versionedName } from '../text/words.ts';
import { formulasOf, searchedTextOf } from './searched-text.ts';

/** What a paper can be found by. */
export interface PaperTerms {
	/** Each term with its places, rising: those in the title from 0 on, then those in the abstract. */
	readonly places: ReadonlyMap<string, readonly number[]>;
	/** Where the abstract begins. */
	readonly abstractStart: number;
	/** Words as they are written, folded. */
	readonly words: ReadonlySet<string>;
	readonly titleWords: ReadonlySet<string>;
	readonly symbols: ReadonlySet<string>;
}

/** Make what reads the texts of papers. An archive has few different chunks for its length, so each is taken apart once. */
export function createTextReader(): (paper: PaperTexts) => PaperTerms {
	const known = new Map<string, ChunkTerms>();
	const read = (chunk: string) => {
		let terms = known.get(chunk);
		if (!terms) known.set(chunk, (terms = readChunk(chunk)));
		return terms;
	};
	return (paper) => {
		const title = chunksOf(paper.title).map(({ text }) => read(text));
		const abstract = chunksOf(searchedTextOf(paper)).map(({ text }) => read(text));
		const places = new Map<string, number[]>();
		const abstractStart = placeTerms(places, title, 0) + titleGap;
		placeTerms(places, abstract, abstractStart);
		const formulas = formulasOf(paper.received).flatMap(({ received, shown }) => [
			received,
			shown,
		]);
		const all = [...new Set([...title, ...abstract])];
		return {
			places,
			abstractStart,
			words: new Set(all.flatMap(({ words }) => words)),
			titleWords: new Set(title.flatMap(({ words }) => words)),
			symbols: new Set([...all, ...formulas.map(read)].flatMap(({ symbols }) => symbols)),
		};
	};
}

/** What a chunk of a text can be found by. */
interface ChunkTerms {
	readonly chunk: string;
	/** The terms of its parts, each a place of its own. */
	readonly parts: readonly string[];
	/** Further terms of the whole. */
	readonly others: readonly string[];
	readonly words: readonly string[];
	readonly symbols: readonly string[];
}

// `softmax` of `softmax(QK^T)`
const plainWordRe = /^[a-z]{3,}$/;

function readChunk(chunk: string): ChunkTerms {
	const asSymbol = isSymbol(chunk);
	const isFindable = (word: string) => !asSymbol || plainWordRe.test(word);
	const parts = partsOf(chunk).filter(isFindable);
	const others = otherWordsOf(chunk).filter(isFindable);
	// `χ²` of `χ²-divergence`
	const symbols = (asSymbol ? [chunk, ...splitCompound(chunk)] : splitCompound(chunk))
		.map(foldSymbol)
		.filter(isFindableSymbol);
	return {
		chunk,
		parts: parts.map(stemOf),
		others: [...new Set(others.map(stemOf))],
		words: [...parts, ...others].filter((word) => word.length > 1),
		symbols,
	};
}

/** Not `o(n^`, as a hyphen in a formula would leave it. */
function isFindableSymbol(symbol: string): boolean {
	const isWhole = symbol.split('(').length === symbol.split(')').length;
	return isWhole && isSymbol(symbol);
}

/** Note where the terms of a text are, from `start` on, and give where it ends. */
function placeTerms(
	places: Map<string, number[]>,
	chunks: readonly ChunkTerms[],
	start: number,
): number {
	const put = (term: string, place: number) => {
		const list = places.get(term);
		if (!list) places.set(term, [place]);
		else if (list.at(-1) !== place) list.push(place);
	};
	let place = start;
	chunks.forEach(({ chunk, parts, others }, at) => {
		const versioned = versionedName(chunk, chunks[at + 1]?.chunk ?? '');
		for (const term of others) put(term, place);
		if (versioned !== undefined) put(versioned, place);
		for (const term of parts) put(term, place++);
		// A formula is no word, and stands between two.
		if (parts.length === 0) place++;
	});
	return place;
}

import { chunksOf, splitCompound } from '../text/chunks.ts';
import { foldSymbol, isSymbol } from '../text/symbols.ts';
import { otherWordsOf, partsOf, stemOf } from '../text/words.ts';

/** What a chunk of a text can be found by. */
export interface ChunkTerms {
	readonly chunk: string;
	/** The terms of its parts, each a place of its own. */
	readonly parts: readonly string[];
	/** Further terms of the whole. */
	readonly others: readonly string[];
	/** As they are written, folded. */
	readonly words: readonly string[];
	readonly symbols: readonly string[];
}

// `O(n` of `O(n log n)`, which goes on over its spaces
const callRe = /\S\(/;
const spaceRe = /\s+/;

/**
 * Make what reads texts, each as what `take` makes of its chunks. An archive has few different chunks for its
 * length, so each is taken apart once.
 */
export function createTextReader<Taken>(
	take: (terms: ChunkTerms) => Taken,
): (text: string) => Taken[] {
	const byChunk = new Map<string, Taken>();
	const readAll = (text: string): Taken[] =>
		chunksOf(text).map(({ text: chunk }) => {
			let taken = byChunk.get(chunk);
			if (taken === undefined) byChunk.set(chunk, (taken = take(readChunk(chunk))));
			return taken;
		});
	// What has nothing but punctuation is no chunk.
	const bySolid = new Map<string, Taken | null>();
	return (text) => {
		if (callRe.test(text)) return readAll(text);
		const found: Taken[] = [];
		for (const solid of text.split(spaceRe)) {
			let taken = bySolid.get(solid);
			if (taken === undefined) bySolid.set(solid, (taken = readAll(solid)[0] ?? null));
			if (taken !== null) found.push(taken);
		}
		return found;
	};
}

// `softmax` of `softmax(QK^T)`
const plainWordRe = /^[a-z]{3,}$/;

// `Attention`: most chunks, which are one word and nothing else
const wordRe = /^[A-Z]?[a-z]{2,34}$/;

/** Take a chunk apart. */
export function readChunk(chunk: string): ChunkTerms {
	if (wordRe.test(chunk)) {
		const word = chunk.toLowerCase();
		return { chunk, parts: [stemOf(word)], others: [], words: [word], symbols: [] };
	}
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

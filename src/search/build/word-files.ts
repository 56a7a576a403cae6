import { systemPages, type PaperView } from '../../model/paper-view.ts';
import { packNumbers } from '../number-steps.ts';
import { chunksOf, splitCompound } from '../text/chunks.ts';
import { foldSymbol, isSymbol } from '../text/symbols.ts';
import { foldWord, singularOf, wordsOf } from '../text/words.ts';
import { initialOf, initials, packWords, type SymbolsFile, type WordsFile } from '../word-file.ts';
import { formulasOf, searchedTextOf } from './searched-text.ts';

// What is longer is a whole derivation, which nobody types.
const longestSymbol = 40;
// A letter that is in more of the papers than this finds nothing.
const commonShare = 0.4;
// `softmax` of `softmax(QK^T)`
const plainWordRe = /^[a-z]{3,}$/;

/** What the search page knows of the archive's words, as files. */
export interface WordFiles {
	/** By initial. */
	readonly words: ReadonlyMap<string, WordsFile>;
	readonly allWords: WordsFile;
	readonly symbols: SymbolsFile;
}

/**
 * Every word of the archive with its count, a plural only where there is no singular, and every name
 * of a system, by initials; and every symbol with its papers. The same papers give the same files.
 */
export function wordFilesOf(papers: readonly PaperView[]): WordFiles {
	const words = new Map<string, number>();
	const symbols = new Map<string, number[]>();
	const read = chunkReader();
	papers.forEach((paper, number) => {
		const terms = termsOf(paper, read);
		for (const word of terms.words) words.set(word, (words.get(word) ?? 0) + 1);
		for (const symbol of terms.symbols) {
			const list = symbols.get(symbol);
			if (list) list.push(number);
			else symbols.set(symbol, [number]);
		}
	});
	const known = [...words].filter(([word]) => !words.has(singularOf(word) ?? ''));
	const counted = known.toSorted(byFirst);
	const names = countNames(papers);
	return {
		words: filesByInitial(counted, names),
		allWords: wordFileOf(counted, names),
		symbols: symbolsFileOf(symbols, papers),
	};
}

/** A word, and how many papers have it. */
type WordCount = readonly [word: string, count: number];

/** A system, how many papers name it, and the numbers of those that introduce it. */
type SystemNumbers = readonly [name: string, numbers: readonly number[]];

/** The systems by name, most papers first. */
function countNames(papers: readonly PaperView[]): SystemNumbers[] {
	const counts = new Map<string, number>();
	for (const { system, systems } of papers) {
		const names = new Set(systemPages(systems).map(({ name }) => name));
		if (system !== undefined) names.add(system);
		for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const introducing = Map.groupBy(papers.keys(), (number) => papers[number]!.system);
	return [...counts]
		.toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
		.map(([name, count]) => [name, [count, ...(introducing.get(name) ?? [])]]);
}

function filesByInitial(
	words: readonly WordCount[],
	names: readonly SystemNumbers[],
): Map<string, WordsFile> {
	const wordsBy = Map.groupBy(words, ([word]) => initialOf(word));
	const namesBy = Map.groupBy(names, ([name]) => initialOf(foldWord(name)));
	return new Map(
		initials.map((initial) => [
			initial,
			wordFileOf(wordsBy.get(initial) ?? [], namesBy.get(initial) ?? []),
		]),
	);
}

function wordFileOf(words: readonly WordCount[], names: readonly SystemNumbers[]): WordsFile {
	const packed = words.map(([word, count]) => ({
		word,
		magnitude: Math.floor(Math.log2(count)),
	}));
	return { words: packWords(packed), names: Object.fromEntries(names) };
}

function symbolsFileOf(
	symbols: ReadonlyMap<string, readonly number[]>,
	papers: readonly PaperView[],
): SymbolsFile {
	const isCommon = ([, numbers]: readonly [string, readonly number[]]) =>
		numbers.length > Math.max(8, papers.length * commonShare);
	const rows = [...symbols].toSorted(byFirst);
	const telling = rows.filter((row) => !isCommon(row));
	return {
		symbols: Object.fromEntries(
			telling.map(([symbol, numbers]) => [symbol, packNumbers(numbers)]),
		),
		common: rows.filter(isCommon).map(([symbol]) => symbol),
	};
}

/** What a chunk of a text can be found by. */
interface ChunkTerms {
	readonly words: readonly string[];
	readonly symbols: readonly string[];
}

function termsOf(paper: PaperView, read: (chunk: string) => ChunkTerms) {
	const chunks = chunksOf(`${paper.title} ${searchedTextOf(paper)}`).map(({ text }) => text);
	const formulas = formulasOf(paper.received).flatMap(({ received, shown }) => [received, shown]);
	const terms = [...new Set(chunks)].map(read);
	return {
		words: new Set(terms.flatMap(({ words }) => words)),
		symbols: new Set([...terms, ...formulas.map(read)].flatMap(({ symbols }) => symbols)),
	};
}

/** Reads a chunk's terms; an archive has few different chunks for its length, so each is read once. */
function chunkReader(): (chunk: string) => ChunkTerms {
	const known = new Map<string, ChunkTerms>();
	return (chunk) => {
		let terms = known.get(chunk);
		if (!terms) known.set(chunk, (terms = readChunk(chunk)));
		return terms;
	};
}

function readChunk(chunk: string): ChunkTerms {
	const asSymbol = isSymbol(chunk);
	// `k` of `k-means`, `2` of `Mamba-2`, `χ²` of `χ²-divergence`
	const parts = splitCompound(chunk).filter(isSymbol);
	return {
		words: wordsOf(chunk).filter((word) => !asSymbol || plainWordRe.test(word)),
		symbols: [...(asSymbol ? [chunk] : []), ...parts]
			.map(foldSymbol)
			.filter(
				(symbol) => isWhole(symbol) && isSymbol(symbol) && symbol.length <= longestSymbol,
			),
	};
}

/** Not `o(n^`, as a hyphen in a formula would leave it. */
function isWhole(symbol: string): boolean {
	return symbol.split('(').length === symbol.split(')').length;
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return a < b ? -1 : 1;
}

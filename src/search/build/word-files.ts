import { packRising } from '../number-steps.ts';
import { initialOf, initials, packWords, type SymbolsFile, type WordsFile } from '../word-file.ts';
import type { WordUse } from './direct-terms.ts';
import type { TermIndex } from './term-index.ts';

/** What a word is compared with that no paper has, as files. */
export interface WordFiles {
	/** By initial. */
	readonly words: ReadonlyMap<string, WordsFile>;
	readonly allWords: WordsFile;
	readonly symbols: SymbolsFile;
}

/** The words by initials, and the symbols with their papers. */
export function wordFilesOf({ words, symbols }: TermIndex): WordFiles {
	const known = [...words].filter(isTrusted).toSorted(byFirst);
	const byInitial = Map.groupBy(known, ([word]) => initialOf(word));
	return {
		words: new Map(initials.map((initial) => [initial, pack(byInitial.get(initial) ?? [])])),
		allWords: pack(known),
		symbols: Object.fromEntries(
			[...symbols].toSorted(byFirst).map(([symbol, papers]) => [symbol, packRising(papers)]),
		),
	};
}

/** What one abstract alone has may be a slip itself. */
function isTrusted([, { count, isInTitle }]: readonly [string, WordUse]): boolean {
	return count > 1 || isInTitle;
}

function pack(words: readonly (readonly [string, WordUse])[]): WordsFile {
	return packWords(
		words.map(([word, { count }]) => ({ word, magnitude: Math.floor(Math.log2(count)) })),
	);
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return a < b ? -1 : 1;
}

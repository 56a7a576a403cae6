import { unpackRising } from '../number-steps.ts';
import { foldSymbol, isSymbol } from '../text/symbols.ts';
import type { SymbolsFile } from '../word-file.ts';
import { editDistance } from './edit-distance.ts';
import { suggestions } from './nearest-words.ts';
import type { UnknownWord } from './speller.ts';

/** The papers of a symbol, with the spellings that were met. */
export interface SymbolReading {
	readonly papers: ReadonlySet<number>;
	readonly spellings: readonly string[];
	/** It, where no paper has it. */
	readonly unknown: readonly UnknownWord[];
}

/** The papers that have a symbol or, where none has, one that holds it. */
export function readSymbol(symbols: SymbolsFile, raw: string): SymbolReading {
	const symbol = foldSymbol(raw);
	const all = Object.keys(symbols);
	const spellings = Object.hasOwn(symbols, symbol)
		? [symbol]
		: all.filter((other) => symbol.length > 1 && holds(other, symbol));
	const papers = new Set(spellings.flatMap((name) => unpackRising(symbols[name]!)));
	const nearest = spellings.length === 0 ? nearestSymbols(all, symbol) : [];
	return {
		papers,
		spellings,
		unknown: spellings.length === 0 ? [{ word: raw, nearest }] : [],
	};
}

// The end of a name: `d` of `specd`
const nameRe = /[\p{L}\p{N}]/u;

/** Whether a symbol is in another from where a name may begin: `n^2` is in `o(n^2)`, `c++` is not in `specdec++`. */
function holds(whole: string, symbol: string): boolean {
	for (let at = whole.indexOf(symbol); at >= 0; at = whole.indexOf(symbol, at + 1)) {
		if (at === 0 || !nameRe.test(whole[at - 1]!)) return true;
	}
	return false;
}

const shortestNear = 3;

function nearestSymbols(all: readonly string[], symbol: string): string[] {
	if (symbol.length < shortestNear) return [];
	const near = all.filter((other) => isSymbol(other) && editDistance(symbol, other, 1) <= 1);
	return near.slice(0, suggestions);
}

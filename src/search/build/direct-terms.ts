import type { PaperTexts } from '../../model/paper-view.ts';
import { explanationsOf, type Explanation } from './acronyms.ts';
import { createPlacer } from './place-terms.ts';
import { createPostings, type PostingsStore } from './postings.ts';
import { createTextReader, readChunk } from './read-texts.ts';
import { formulasOf, searchedTextOf } from './searched-text.ts';

/** How many papers have a word, and whether any title has. */
export interface WordUse {
	count: number;
	isInTitle: boolean;
}

/** What papers themselves have, which no paper after them changes. */
export interface DirectTerms {
	readonly terms: PostingsStore;
	/** As they are written, folded. */
	readonly words: Map<string, WordUse>;
	readonly symbols: Map<string, number[]>;
	/** Where the title of each paper ends, among the places of terms. */
	readonly titleEnds: number[];
	/** The acronyms that each paper explains. */
	readonly explained: (readonly Explanation[])[];
}

/** Those of no paper. */
export function noTerms(): DirectTerms {
	return {
		terms: createPostings(),
		words: new Map(),
		symbols: new Map(),
		titleEnds: [],
		explained: [],
	};
}

/** Add what papers have to what those before them have; their numbers follow. */
export function addPapers(
	{ terms, words, symbols, titleEnds, explained }: DirectTerms,
	papers: Iterable<PaperTexts>,
): void {
	const place = createPlacer(terms);
	const wordOf = openWords(words);
	const read = createTextReader((chunk) => ({
		...place.open(chunk),
		words: chunk.words.map(wordOf),
		symbols: chunk.symbols,
	}));
	for (const paper of papers) {
		const number = explained.push(explanationsOf(paper)) - 1;
		const [title, abstract] = [read(paper.title), read(searchedTextOf(paper))];
		titleEnds.push(place.add(number, title, abstract));
		for (const chunk of title) for (const { use } of chunk.words) use.isInTitle = true;
		const forms = formulasOf(paper.received).flatMap(({ received, shown }) => [
			received,
			shown,
		]);
		for (const chunks of [title, abstract])
			for (const chunk of chunks) for (const word of chunk.words) countWord(word, number);
		for (const chunks of [title, abstract, forms.map(readChunk)])
			for (const chunk of chunks)
				for (const symbol of chunk.symbols) addSymbol(symbols, symbol, number);
	}
}

/** A word, and the last paper that has it. */
interface OpenWord {
	readonly use: WordUse;
	paper: number;
}

function openWords(words: Map<string, WordUse>): (word: string) => OpenWord {
	const opened = new Map<string, OpenWord>();
	return (word) => {
		let found = opened.get(word);
		if (!found) {
			const use = words.get(word) ?? { count: 0, isInTitle: false };
			words.set(word, use);
			opened.set(word, (found = { use, paper: -1 }));
		}
		return found;
	};
}

function countWord(word: OpenWord, number: number): void {
	if (word.paper === number) return;
	word.paper = number;
	word.use.count++;
}

function addSymbol(symbols: Map<string, number[]>, symbol: string, number: number): void {
	const list = symbols.get(symbol);
	if (!list) symbols.set(symbol, [number]);
	else if (list.at(-1) !== number) list.push(number);
}

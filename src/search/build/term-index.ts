import type { PaperTexts } from '../../model/paper-view.ts';
import { titleGap, titleLetter } from '../term-file.ts';
import { acronymsOf, createImplier, type Acronyms } from './acronyms.ts';
import { createTextReader, type PaperTerms } from './read-texts.ts';

/** The papers of a term, in their order. */
export interface Postings {
	readonly papers: number[];
	/** A digit for each paper, see `TermRow`. */
	counts: string;
	titles: string;
	/** For each paper how often it has the term, then where, as steps. */
	readonly places: number[];
}

/** How many papers have a word, and whether any title has. */
export interface WordUse {
	count: number;
	isInTitle: boolean;
}

/** All that papers can be found by. */
export interface TermIndex {
	readonly terms: ReadonlyMap<string, Postings>;
	/** As they are written, folded. */
	readonly words: ReadonlyMap<string, WordUse>;
	readonly symbols: ReadonlyMap<string, readonly number[]>;
	readonly acronyms: Acronyms;
}

/** The index of all papers, which are numbers in their order. */
export function indexTerms(papers: readonly PaperTexts[]): TermIndex {
	const terms = new Map<string, Postings>();
	const words = new Map<string, WordUse>();
	const symbols = new Map<string, number[]>();
	const read = createTextReader();
	const acronyms = acronymsOf(papers);
	const impliedBy = createImplier(acronyms);
	papers.forEach((paper, number) => {
		const found = read(paper);
		addTerms(terms, number, found);
		for (const term of impliedBy(found.places)) addPaper(terms, term, number, [], 0);
		for (const word of found.words) {
			let use = words.get(word);
			if (!use) words.set(word, (use = { count: 0, isInTitle: false }));
			use.count++;
			use.isInTitle ||= found.titleWords.has(word);
		}
		for (const symbol of found.symbols) {
			const list = symbols.get(symbol);
			if (list) list.push(number);
			else symbols.set(symbol, [number]);
		}
	});
	return { terms, words, symbols, acronyms };
}

function addTerms(
	terms: Map<string, Postings>,
	number: number,
	{ places, abstractStart }: PaperTerms,
): void {
	for (const [term, own] of places) addPaper(terms, term, number, own, abstractStart);
}

const mostCounted = 9;

function addPaper(
	terms: Map<string, Postings>,
	term: string,
	number: number,
	places: readonly number[],
	abstractStart: number,
): void {
	let postings = terms.get(term);
	if (!postings) {
		postings = { papers: [], counts: '', titles: '', places: [] };
		terms.set(term, postings);
	}
	postings.papers.push(number);
	postings.places.push(places.length);
	let [inAbstract, before] = [0, 0];
	for (const place of places) {
		if (place >= abstractStart) inAbstract++;
		postings.places.push(place - before);
		before = place;
	}
	postings.counts += Math.min(mostCounted, inAbstract);
	// Places rise, so that the first one is in the title if any is.
	const [place = abstractStart] = places;
	const isLast = place === abstractStart - titleGap - 1;
	postings.titles += titleLetter(place < abstractStart ? { place, isLast } : undefined);
}

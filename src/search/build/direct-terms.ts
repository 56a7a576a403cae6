import type { PaperTexts } from '../../model/paper-view.ts';
import { titleGap, titleLetter } from '../term-file.ts';
import { explanationsOf, type Explanation } from './acronyms.ts';
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

/** What papers themselves have, which no paper after them changes. */
export interface DirectTerms {
	readonly terms: Map<string, Postings>;
	/** As they are written, folded. */
	readonly words: Map<string, WordUse>;
	readonly symbols: Map<string, number[]>;
	/** The acronyms that each paper explains. */
	readonly explained: (readonly Explanation[])[];
}

/** Those of no paper. */
export function noTerms(): DirectTerms {
	return { terms: new Map(), words: new Map(), symbols: new Map(), explained: [] };
}

/** Add what papers have to what those before them have; their numbers follow. */
export function addPapers(index: DirectTerms, papers: Iterable<PaperTexts>): void {
	const { terms, words, symbols, explained } = index;
	const read = createTextReader();
	for (const paper of papers) {
		const number = explained.push(explanationsOf(paper)) - 1;
		const found = read(paper);
		addTerms(terms, number, found);
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
	}
}

function addTerms(
	terms: Map<string, Postings>,
	number: number,
	{ places, abstractStart }: PaperTerms,
): void {
	for (const [term, own] of places) {
		let postings = terms.get(term);
		if (!postings) {
			postings = { papers: [], counts: '', titles: '', places: [] };
			terms.set(term, postings);
		}
		addPaper(postings, number, own, abstractStart);
	}
}

const mostCounted = 9;

function addPaper(
	postings: Postings,
	number: number,
	places: readonly number[],
	abstractStart: number,
): void {
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

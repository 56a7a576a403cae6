import { titleGap } from '../term-file.ts';
import { versionedName } from '../text/words.ts';
import type { ChunkTerms } from './read-texts.ts';

/** The papers of a term, in their order. */
export interface Postings {
	readonly papers: number[];
	/** For each paper how often it has the term, then where, as steps. */
	readonly places: number[];
}

/** A chunk with its terms at hand, which are then not looked up wherever it stands. */
export interface PlacedChunk {
	readonly chunk: string;
	/** Whether a version behind it is a part of its name. */
	readonly isName: boolean;
	readonly parts: readonly OpenTerm[];
	readonly others: readonly OpenTerm[];
}

/** A term, and where the last paper that has it has it. */
interface OpenTerm {
	readonly postings: Postings;
	paper: number;
	/** Where its postings say how often. */
	start: number;
	last: number;
}

/** Adds to the postings of terms where papers have them. */
export interface Placer {
	readonly open: (chunk: ChunkTerms) => PlacedChunk;
	/** Add a paper by the chunks of its texts; its number is above those before. Gives where its title ends. */
	readonly add: (
		paper: number,
		title: readonly PlacedChunk[],
		abstract: readonly PlacedChunk[],
	) => number;
}

/** Make what adds to the postings of terms. */
export function createPlacer(terms: Map<string, Postings>): Placer {
	const opened = new Map<string, OpenTerm>();
	const termOf = (term: string): OpenTerm => {
		let found = opened.get(term);
		if (!found) opened.set(term, (found = openTerm(term, terms)));
		return found;
	};
	return {
		open: ({ chunk, parts, others }) => ({
			chunk,
			isName: versionedName(chunk, '1') !== undefined,
			parts: parts.map(termOf),
			others: others.map(termOf),
		}),
		add(paper, title, abstract) {
			const put = (term: OpenTerm, place: number): void => {
				if (term.paper !== paper) begin(term, paper);
				else if (term.last === place) return;
				addPlace(term, place);
			};
			const end = placeChunks(title, 0, termOf, put);
			placeChunks(abstract, end + titleGap, termOf, put);
			return end;
		},
	};
}

function openTerm(term: string, terms: Map<string, Postings>): OpenTerm {
	let postings = terms.get(term);
	if (!postings) terms.set(term, (postings = { papers: [], places: [] }));
	return { postings, paper: -1, start: 0, last: 0 };
}

/** Put the terms of a text at their places, from `start` on, and give where it ends. */
function placeChunks(
	chunks: readonly PlacedChunk[],
	start: number,
	termOf: (term: string) => OpenTerm,
	put: (term: OpenTerm, place: number) => void,
): number {
	let place = start;
	for (let at = 0; at < chunks.length; at++) {
		const { chunk, isName, parts, others } = chunks[at]!;
		for (const term of others) put(term, place);
		const versioned = isName ? versionedName(chunk, chunks[at + 1]?.chunk ?? '') : undefined;
		if (versioned !== undefined) put(termOf(versioned), place);
		for (const term of parts) put(term, place++);
		// A formula is no word, and stands between two.
		if (parts.length === 0) place++;
	}
	return place;
}

function begin(term: OpenTerm, paper: number): void {
	const { papers, places } = term.postings;
	papers.push(paper);
	term.start = places.push(0) - 1;
	term.paper = paper;
	term.last = 0;
}

function addPlace(term: OpenTerm, place: number): void {
	const { places } = term.postings;
	places[term.start]!++;
	places.push(place - term.last);
	term.last = place;
}

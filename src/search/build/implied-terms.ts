import type { Acronyms } from './acronyms.ts';
import { sumSteps } from '../number-steps.ts';
import { createPostings, type Postings, type PostingsStore, type Terms } from './postings.ts';

/**
 * Add the papers that mean terms without having them: those of an acronym that they have, and the acronym
 * of words that they have side by side.
 */
export function withImplied(terms: Terms, acronyms: Acronyms): Terms {
	const implied = new Map<string, Set<number>>();
	const imply = (term: string, papers: Iterable<number>) => {
		let all = implied.get(term);
		if (!all) implied.set(term, (all = new Set()));
		for (const paper of papers) all.add(paper);
	};
	const open = openTerms(terms);
	for (const [short, phrase] of acronyms) {
		const { papers } = open(short);
		for (const term of phrase) imply(term, papers);
		imply(short, papersWith(phrase.map(open)));
	}
	const merged = createPostings();
	for (const [term, papers] of implied) addMerged(merged, term, open(term), papers);
	return {
		keys: () => new Set([...terms.keys(), ...merged.keys()]),
		get: (term) => merged.get(term) ?? terms.get(term),
	};
}

/** A term that was read out of what holds it. */
interface OpenTerm {
	readonly papers: Uint32Array;
	/** Where a paper has it; nothing where it has not. */
	readonly placesIn: (paper: number) => ReadonlySet<number> | undefined;
}

/** Opens terms, each once: the words of acronyms are frequent, and in many of them. */
function openTerms(terms: Terms): (term: string) => OpenTerm {
	const opened = new Map<string, OpenTerm>();
	return (term) => {
		let found = opened.get(term);
		if (!found)
			opened.set(term, (found = openTerm(terms.get(term) ?? { papers: [], places: [] })));
		return found;
	};
}

function openTerm(postings: Postings): OpenTerm {
	// A half of what lists take.
	const papers = Uint32Array.from(postings.papers);
	const places = Uint32Array.from(postings.places);
	const starts = new Uint32Array(papers.length);
	for (let at = 1; at < starts.length; at++)
		starts[at] = starts[at - 1]! + 1 + places[starts[at - 1]!]!;
	return {
		papers,
		placesIn(paper) {
			const at = placeOf(papers, paper);
			if (papers[at] !== paper) return undefined;
			const start = starts[at]!;
			const steps = places.subarray(start + 1, start + 1 + places[start]!);
			return new Set(sumSteps(Array.from(steps)));
		},
	};
}

/** Where a number is among rising ones, or would be. */
function placeOf(numbers: Uint32Array, number: number): number {
	let [low, high] = [0, numbers.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (numbers[middle]! < number) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The papers that have words side by side. */
function papersWith(phrase: readonly OpenTerm[]): Uint32Array {
	const { papers } = phrase.reduce((a, b) => (b.papers.length < a.papers.length ? b : a));
	return papers.filter((paper) => {
		const all: ReadonlySet<number>[] = [];
		for (const { placesIn } of phrase) {
			const places = placesIn(paper);
			if (!places) return false;
			all.push(places);
		}
		const [first, ...others] = all;
		return [...first!].some((start) =>
			others.every((places, offset) => places.has(start + offset + 1)),
		);
	});
}

/** Put papers that only mean a term between those that have it; nothing where there are none. */
function addMerged(
	merged: PostingsStore,
	term: string,
	{ papers, placesIn }: OpenTerm,
	meaning: ReadonlySet<number>,
): void {
	const having = new Set(papers);
	const others = [...meaning].filter((paper) => !having.has(paper));
	if (others.length === 0) return;
	const opened = merged.open(term);
	for (const paper of [...papers, ...others].toSorted((a, b) => a - b)) {
		merged.addPaper(opened, paper);
		for (const place of placesIn(paper) ?? []) merged.addPlace(opened, place);
	}
}

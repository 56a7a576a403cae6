import type { Acronyms } from './acronyms.ts';
import { sumSteps } from '../number-steps.ts';
import { createPostings, type Postings, type PostingsStore, type Terms } from './postings.ts';

/**
 * Add the papers that mean terms without having them: those of an acronym that they have, and the acronym
 * of words that they have side by side.
 */
export function withImplied(terms: Terms, acronyms: Acronyms): Terms {
	const implied = new Map<string, Set<number>>();
	const imply = (term: string, papers: readonly number[]) => {
		let all = implied.get(term);
		if (!all) implied.set(term, (all = new Set()));
		for (const paper of papers) all.add(paper);
	};
	for (const [short, phrase] of acronyms) {
		const papers = terms.get(short)?.papers ?? [];
		for (const term of phrase) imply(term, papers);
		imply(short, papersWith(phrase, terms));
	}
	const merged = createPostings();
	for (const [term, papers] of implied) addMerged(merged, term, terms.get(term), papers);
	return {
		keys: () => new Set([...terms.keys(), ...merged.keys()]),
		has: (term) => merged.has(term) || terms.has(term),
		get: (term) => merged.get(term) ?? terms.get(term),
	};
}

/** The papers that have words side by side. */
function papersWith(phrase: readonly string[], terms: Terms): number[] {
	const lists = phrase.map((term) => terms.get(term) ?? { papers: [], places: [] });
	const { papers } = lists.reduce((a, b) => (b.papers.length < a.papers.length ? b : a));
	const placesIn = lists.map(openPlaces);
	return papers.filter((paper) => {
		const [first, ...others] = placesIn.map((places) => places(paper));
		return [...(first ?? [])].some((start) =>
			others.every((places, offset) => places?.has(start + offset + 1)),
		);
	});
}

/** Gives where a paper has a term, of one paper after another in their order; nothing where it has not. */
function openPlaces({ papers, places }: Postings) {
	let [at, start] = [0, 0];
	return (paper: number): ReadonlySet<number> | undefined => {
		for (; at < papers.length && papers[at]! < paper; at++) start += 1 + places[start]!;
		if (papers[at] !== paper) return undefined;
		return new Set(sumSteps(places.slice(start + 1, start + 1 + places[start]!)));
	};
}

/** Put papers that only mean a term between those that have it; nothing where there are none. */
function addMerged(
	merged: PostingsStore,
	term: string,
	{ papers, places }: Postings = { papers: [], places: [] },
	meaning: ReadonlySet<number>,
): void {
	const having = new Set(papers);
	const others = [...meaning].filter((paper) => !having.has(paper));
	if (others.length === 0) return;
	const opened = merged.open(term);
	const placesIn = openPlaces({ papers, places });
	for (const paper of [...papers, ...others].toSorted((a, b) => a - b)) {
		merged.addPaper(opened, paper);
		for (const place of placesIn(paper) ?? []) merged.addPlace(opened, place);
	}
}

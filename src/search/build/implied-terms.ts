import type { Acronyms } from './acronyms.ts';
import type { Postings } from './place-terms.ts';

type Terms = ReadonlyMap<string, Postings>;

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
	const placesOf = openPlaces(terms);
	for (const [short, phrase] of acronyms) {
		for (const term of phrase) imply(term, terms.get(short)?.papers ?? []);
		imply(short, papersWith(phrase, terms, placesOf));
	}
	const merged = Array.from(implied, ([term, papers]) => [term, merge(terms.get(term), papers)]);
	return new Map([
		...terms,
		...merged.filter((one): one is [string, Postings] => one[1] !== undefined),
	]);
}

/** Gives where a paper has a term; nothing where it has not. */
type PlacesOf = (term: string, paper: number) => ReadonlySet<number> | undefined;

function openPlaces(terms: Terms): PlacesOf {
	const known = new Map<string, ReadonlyMap<number, number>>();
	return (term, paper) => {
		const { papers, places } = terms.get(term)!;
		let starts = known.get(term);
		if (!starts) known.set(term, (starts = startsOf(papers, places)));
		const start = starts.get(paper);
		if (start === undefined) return undefined;
		let place = 0;
		const steps = places.slice(start + 1, start + 1 + places[start]!);
		return new Set(steps.map((step) => (place += step)));
	};
}

/** Where what is told of each paper begins. */
function startsOf(papers: readonly number[], places: readonly number[]): Map<number, number> {
	let next = 0;
	return new Map(
		papers.map((paper) => {
			const start = next;
			next += 1 + places[start]!;
			return [paper, start];
		}),
	);
}

/** The papers that have words side by side. */
function papersWith(phrase: readonly string[], terms: Terms, placesOf: PlacesOf): number[] {
	const lists = phrase.map((term) => terms.get(term)?.papers ?? []);
	const rarest = lists.reduce((a, b) => (b.length < a.length ? b : a));
	return rarest.filter((paper) => {
		const [first, ...others] = phrase.map((term) => placesOf(term, paper));
		return [...(first ?? [])].some((start) =>
			others.every((places, offset) => places?.has(start + offset + 1)),
		);
	});
}

/** Put papers that only mean a term between those that have it; nothing where there are none. */
function merge(term: Postings | undefined, papers: ReadonlySet<number>): Postings | undefined {
	const own = term?.papers ?? [];
	const having = new Set(own);
	const others = [...papers].filter((paper) => !having.has(paper)).toSorted((a, b) => a - b);
	if (others.length === 0) return undefined;
	const merged: Postings = { papers: [], places: [] };
	let [at, place] = [0, 0];
	const addOwn = (before: number) => {
		for (; at < own.length && own[at]! < before; at++) {
			const end = place + 1 + term!.places[place]!;
			merged.papers.push(own[at]!);
			merged.places.push(...term!.places.slice(place, end));
			place = end;
		}
	};
	for (const paper of others) {
		addOwn(paper);
		merged.papers.push(paper);
		merged.places.push(0);
	}
	addOwn(Infinity);
	return merged;
}

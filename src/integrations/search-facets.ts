import { hasCode, type FacetFile, type FacetName } from '../model/facets.ts';
import type { PaperView } from '../model/view.ts';
import { packNumbers } from '../model/vocabulary.ts';

/** What a paper is found under: digests by id, topics and systems by name. */
export function facetValuesOf({
	appearances,
	topics,
	systems,
	links,
}: PaperView): Record<FacetName, string[]> {
	return {
		digest: [...new Set(appearances.map(({ digest }) => digest))],
		topic: topics.map(({ name }) => name),
		system: systems.map(({ name }) => name),
		code: links.some(({ kind }) => kind === 'code') ? [hasCode] : [],
	};
}

/**
 * Which papers have each value, in a file of its own: Pagefind counts its filters for one search
 * only, and a query with a phrase, a formula or a list of kept papers is several, intersected.
 */
export function facetFileOf(papers: readonly PaperView[]): FacetFile {
	const values = papers.map(facetValuesOf);
	const of = (name: FacetName) => {
		const numbers = new Map<string, number[]>();
		values.forEach((facets, number) => {
			for (const value of new Set(facets[name])) {
				const list = numbers.get(value);
				if (list) list.push(number);
				else numbers.set(value, [number]);
			}
		});
		const rows = [...numbers].toSorted(([a], [b]) => (a < b ? -1 : 1));
		return Object.fromEntries(rows.map(([value, list]) => [value, packNumbers(list)]));
	};
	return {
		papers: papers.length,
		facets: {
			digest: of('digest'),
			topic: of('topic'),
			system: of('system'),
			code: of('code'),
		},
	};
}

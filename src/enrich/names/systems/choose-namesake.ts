import type { PaperId } from '../../../model/id.ts';

/** One of several systems of one name, by the paper that introduces it. */
export interface Namesake {
	readonly introducedBy: PaperId | undefined;
}

// So many systems of one name are compared; the archive's papers rarely share one by twos.
const mostNamesakes = 8;
const wordRe = /[a-z]{4,}/g;

/** Of several systems of one name, that of the paper with which another shares most words. */
export function namesakeChooser(
	papers: readonly { readonly id: PaperId; readonly abstract: string }[],
): <Some extends Namesake>(namesakes: readonly Some[], paper: PaperId) => Some {
	const abstracts = new Map(papers.map(({ id, abstract }) => [id, abstract]));
	const sets = new Map<PaperId, ReadonlySet<string>>();
	const wordsOf = (id: PaperId): ReadonlySet<string> => {
		const words = sets.get(id) ?? new Set(abstracts.get(id)!.toLowerCase().match(wordRe));
		sets.set(id, words);
		return words;
	};
	return (namesakes, paper) => {
		if (namesakes.length === 1) return namesakes[0]!;
		const words = [...wordsOf(paper)];
		const shared = (introducer: PaperId) =>
			words.filter((word) => wordsOf(introducer).has(word)).length;
		const counts = namesakes
			.slice(0, mostNamesakes)
			.map(
				(system) =>
					[
						system,
						system.introducedBy === undefined ? 0 : shared(system.introducedBy),
					] as const,
			);
		return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
	};
}

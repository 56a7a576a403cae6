import { titleGap } from '../term-file.ts';
import { versionedName } from '../text/words.ts';
import type { PostingsStore, StoredTerm } from './postings.ts';
import type { ChunkTerms } from './read-texts.ts';

/** A chunk with its terms at hand, which are then not looked up wherever it stands. */
export interface PlacedChunk {
	readonly chunk: string;
	/** Whether a version behind it is a part of its name. */
	readonly isName: boolean;
	readonly parts: readonly StoredTerm[];
	readonly others: readonly StoredTerm[];
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
export function createPlacer(terms: PostingsStore): Placer {
	return {
		open: ({ chunk, parts, others }) => ({
			chunk,
			isName: versionedName(chunk, '1') !== undefined,
			parts: parts.map(terms.open),
			others: others.map(terms.open),
		}),
		add(paper, title, abstract) {
			const put = (term: StoredTerm, place: number): void => {
				if (term.paper !== paper) terms.addPaper(term, paper);
				else if (term.place === place) return;
				terms.addPlace(term, place);
			};
			const end = placeChunks(title, 0, terms.open, put);
			placeChunks(abstract, end + titleGap, terms.open, put);
			return end;
		},
	};
}

/** Put the terms of a text at their places, from `start` on, and give where it ends. */
function placeChunks(
	chunks: readonly PlacedChunk[],
	start: number,
	termOf: (term: string) => StoredTerm,
	put: (term: StoredTerm, place: number) => void,
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

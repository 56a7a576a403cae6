import type { SearchIndex } from './open-index.ts';
import type { Understanding } from './understanding.ts';
import { standsAlone, wordsToFetch, type Vocabulary } from './vocabulary.ts';

// Long queries are titles, and each word of one narrows it anyway.
const fewWords = 4;

/**
 * Those of so many papers that have all of what was understood, those first that have a few words
 * side by side, else in the index's order. Without words the index is not opened.
 */
export async function findPapers(
	understood: Understanding,
	vocabulary: Vocabulary,
	papers: number,
	open: () => Promise<SearchIndex>,
): Promise<readonly number[]> {
	const { loose, phrases, symbols, isEmpty } = understood;
	if (isEmpty) return [];
	const found =
		loose.length > 0
			? await searchWords(await open(), understood, vocabulary)
			: Array.from({ length: papers }, (_, paper) => paper);
	const exact =
		loose.length > fewWords ? [] : loose.filter((word) => standsAlone(vocabulary, word));
	const sets = await Promise.all([
		...phrases.map(async (phrase) => findPhrase(await open(), phrase)),
		...exact.map(async (word) => findExactly(await open(), [[word]])),
	]);
	const left = withLetters(havingAll(found, [...sets, ...symbols]), understood);
	if (loose.length < 2 || loose.length > fewWords || phrases.length > 0) return left;
	// The index weighs each word by itself; who asks for `attention sinks` means the two together.
	return putFirst(left, await findPhrase(await open(), loose));
}

async function searchWords(
	index: SearchIndex,
	{ loose, joined }: Understanding,
	vocabulary: Vocabulary,
): Promise<readonly number[]> {
	const search = async (words: readonly string[]) => {
		await index.fetchWords(words.flatMap((word) => wordsToFetch(vocabulary, word)));
		return index.search(words.join(' '));
	};
	const found = await search(loose);
	return found.length > 0 ? found : search(joined);
}

/** A phrase, and with each two of its words joined, as the index has `long-context`. */
function findPhrase(index: SearchIndex, words: readonly string[]): Promise<ReadonlySet<number>> {
	const joined = words
		.slice(1)
		.map((word, place) => [
			...words.slice(0, place),
			words[place]! + word,
			...words.slice(place + 2),
		]);
	return findExactly(index, [words, ...joined, ...(words.length > 2 ? [[words.join('')]] : [])]);
}

/** The papers that have one of the phrases, word for word. */
async function findExactly(
	index: SearchIndex,
	phrases: readonly (readonly string[])[],
): Promise<ReadonlySet<number>> {
	const found = await Promise.all(phrases.map((words) => index.search(`"${words.join(' ')}"`)));
	return new Set(found.flat());
}

function havingAll(
	papers: readonly number[],
	sets: readonly ReadonlySet<number>[],
): readonly number[] {
	return papers.filter((paper) => sets.every((set) => set.has(paper)));
}

/** Beside words, a letter that no paper has with them is left out: the `s` of `let s fuse`. */
function withLetters(
	papers: readonly number[],
	{ loose, letters }: Understanding,
): readonly number[] {
	const strict = havingAll(papers, letters);
	return strict.length === 0 && loose.length > 0 ? papers : strict;
}

/** Those of a set first; for the rest, the order stays. */
export function putFirst(papers: readonly number[], first: ReadonlySet<number>): number[] {
	return papers.toSorted((a, b) => Number(first.has(b)) - Number(first.has(a)));
}

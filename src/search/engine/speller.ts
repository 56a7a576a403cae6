import { foldWord, longestWord } from '../text/words.ts';
import { initialOf, unpackWords, type WordsFile } from '../word-file.ts';
import type { NamesFile } from '../name-file.ts';
import { editDistance } from './edit-distance.ts';
import { lazily, lazilyEach } from './lazily.ts';
import { capitalRe, nearestWords, type Vocabulary } from './nearest-words.ts';

/** A word that no paper has, and the words that its writer may have meant, likeliest first. */
export interface UnknownWord {
	readonly word: string;
	readonly nearest: readonly string[];
}

/** Finds the nearest words to one that no paper has. */
export type Speller = (word: string) => Promise<UnknownWord>;

/** What fetches what words are compared with. */
export interface SpellingSource {
	/** Of one initial. */
	words(initial: string): Promise<WordsFile>;
	allWords(): Promise<WordsFile>;
	names(initial: string): Promise<NamesFile>;
}

/** Make a speller. Only where no word of the same initial is near are all looked through. */
export function createSpeller(source: SpellingSource): Speller {
	const ofInitial = lazilyEach(async (initial: string) =>
		vocabularyOf(await source.words(initial), await source.names(initial)),
	);
	const ofAll = lazily(async () => vocabularyOf(await source.allWords()));
	// While somebody types on, the same words are asked for with each key.
	return lazilyEach(async (word) => {
		const folded = foldWord(word);
		if (folded.length > longestWord) return { word, nearest: [] };
		const near = nearestWords(await ofInitial(initialOf(folded)), word);
		const isNear = near.some((other) => editDistance(folded, other, 1) <= 1);
		const nearest = isNear ? near : nearestWords(await ofAll(), word);
		if (!capitalRe.test(word)) return { word, nearest };
		const nameOf = async (other: string) =>
			(await ofInitial(initialOf(other))).names.get(other) ?? other;
		return { word, nearest: await Promise.all(nearest.map(nameOf)) };
	});
}

function vocabularyOf(words: WordsFile, names?: NamesFile): Vocabulary {
	const counted = unpackWords(words);
	return {
		words: counted,
		magnitudes: new Map(counted.map(({ word, magnitude }) => [word, magnitude])),
		names: new Map(Object.keys(names?.systems ?? {}).map((name) => [foldWord(name), name])),
	};
}

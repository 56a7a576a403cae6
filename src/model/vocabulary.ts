/**
 * What the search page knows of the archive's words before it asks the index, as the file that a
 * build writes and a browser reads.
 */
export interface VocabularyFile {
	/** Sorted; see `packWords`. */
	readonly words: string;
	/** Formulas, names with signs and single letters, folded; each with the numbers of its papers as gaps. */
	readonly symbols: Readonly<Record<string, readonly number[]>>;
	/** Symbols that most papers have, so that they say nothing: `a`. */
	readonly common: readonly string[];
}

/** A word, and in how many papers it is, by powers of two: 0 for one paper, 1 for two or three, … */
export interface CountedWord {
	readonly word: string;
	readonly magnitude: number;
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
const magnitudes = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
// Shared beginning, rest, magnitude: `0mambaC52D` is `mamba` (4 to 7 papers) and `mamba2` (8 to 15).
const packedWordRe = /([0-9a-z])([^A-Z]*)([A-Z])/g;

/** Sorted words as a line in which each begins with how many characters it shares with the one before. */
export function packWords(words: readonly CountedWord[]): string {
	let before = '';
	return words
		.map(({ word, magnitude }) => {
			let shared = 0;
			while (shared < 35 && shared < before.length && before[shared] === word[shared])
				shared++;
			before = word;
			return digits[shared]! + word.slice(shared) + magnitudes[magnitude]!;
		})
		.join('');
}

/** The words of a line that `packWords` wrote. */
export function unpackWords(line: string): CountedWord[] {
	let before = '';
	return Array.from(line.matchAll(packedWordRe), ([, shared, rest, magnitude]) => {
		const word = before.slice(0, digits.indexOf(shared!)) + rest!;
		before = word;
		return { word, magnitude: magnitudes.indexOf(magnitude!) };
	});
}

/** Rising numbers as the steps between them, which compress well: `3 4 9` is `3 1 5`. */
export function packNumbers(numbers: readonly number[]): number[] {
	return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}

/** The numbers of such steps. */
export function unpackNumbers(steps: readonly number[]): number[] {
	let sum = 0;
	return steps.map((step) => (sum += step));
}

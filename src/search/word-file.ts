/** Words as a build writes and a browser reads them, of one initial or of all; sorted, see `packWords`. */
export type WordsFile = string;

/** Formulas and names with signs, folded; each with the numbers of its papers, packed as steps. */
export type SymbolsFile = Readonly<Record<string, string>>;

/** The initials by which words lie in files: the letters, and `0` for all else that a word may begin with. */
export const initials: readonly string[] = [...'abcdefghijklmnopqrstuvwxyz0'];

/** The initial of a folded word. */
export function initialOf(word: string): string {
	const first = word.charAt(0);
	return first >= 'a' && first <= 'z' ? first : '0';
}

/** A word, and in how many papers it is, by powers of two: 0 for one paper, 1 for two or three, … */
export interface CountedWord {
	readonly word: string;
	readonly magnitude: number;
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
const mostShared = digits.length - 1;
const magnitudes = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
// Shared beginning, rest, magnitude: `0mambaC52D` is `mamba` (4 to 7 papers) and `mamba2` (8 to 15).
const packedWordRe = /([0-9a-z])([^A-Z]*)([A-Z])/g;

/** Sorted words as a line in which each begins with how many characters it shares with the one before. */
export function packWords(words: readonly CountedWord[]): string {
	let before = '';
	return words
		.map(({ word, magnitude }) => {
			let shared = 0;
			while (shared < mostShared && shared < before.length && before[shared] === word[shared])
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

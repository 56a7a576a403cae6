import { foldWord, stemOf } from '../text/words.ts';
import type { CountedWord } from '../word-file.ts';
import { editDistance } from './edit-distance.ts';

/** What a word is compared with. */
export interface Vocabulary {
	readonly words: readonly CountedWord[];
	readonly magnitudes: ReadonlyMap<string, number>;
	/** Systems as they are written, by their folded names: `LMUFormer` by `lmuformer`. */
	readonly names: ReadonlyMap<string, string>;
}

/** How many words are suggested for one that no paper has. */
export const suggestions = 3;

/** Of what may be a name: `LMUFromer`. */
export const capitalRe = /\p{Lu}/u;

/** What may be meant by a word that no paper has, likeliest first: `transformer` for `transfomer`. */
export function nearestWords(vocabulary: Vocabulary, unknown: string): string[] {
	const word = foldWord(unknown);
	const near = similarWords(vocabulary, word, capitalRe.test(unknown));
	const close = near.filter((other) => editDistance(word, other, 1) === 1);
	const split = splitWord(vocabulary, word);
	// A slip of one letter is likelier than a missing space, and that than two slips.
	const all = [...close, ...(split === undefined ? [] : [split]), ...near];
	return oneOfEachStem(all).slice(0, suggestions);
}

/** The first of those that find the same papers: not `transformers` beside `transformer`. */
function oneOfEachStem(words: readonly string[]): string[] {
	const stems = words.map(stemOf);
	return words.filter((_, at) => stems.indexOf(stems[at]!) === at);
}

const shortestSimilar = 3;
// From so many letters on a second slip is likely, and two slips do not make another word of it.
const longWord = 6;

/** By distance, then whether both are names or have one first letter, then how many papers have it. */
function similarWords({ words, names }: Vocabulary, word: string, isName: boolean): string[] {
	if (word.length < shortestSimilar) return [];
	const limit = word.length < longWord ? 1 : 2;
	const near = words
		.flatMap(({ word: other, magnitude }) => {
			const distance = editDistance(word, other, limit);
			if (distance > limit) return [];
			const likeness = (other[0] === word[0] ? 2 : 0) + (isName && names.has(other) ? 3 : 0);
			return [{ other, cost: 4 * distance - likeness - 0.4 * magnitude }];
		})
		.toSorted((a, b) => a.cost - b.cost)
		.map(({ other }) => other);
	return oneOfEachStem(near).slice(0, suggestions);
}

// What one paper has may be anything, but is hardly by chance so long: `monarch` of `monarchmixer`.
const longPart = 4;

/** Two words without their space, of which the rarer is as frequent as can be: `longcontext` is `long context`. */
function splitWord({ magnitudes }: Vocabulary, word: string): string | undefined {
	const weigh = (part: string) =>
		(magnitudes.get(part) ?? -1) + (part.length >= longPart ? 1 : 0);
	let best: { readonly text: string; readonly weight: number } | undefined;
	for (let at = 2; at <= word.length - 2; at++) {
		const [first, second] = [word.slice(0, at), word.slice(at)];
		const weight = Math.min(weigh(first), weigh(second));
		if (weight > (best?.weight ?? 0)) best = { text: `${first} ${second}`, weight };
	}
	return best?.text;
}

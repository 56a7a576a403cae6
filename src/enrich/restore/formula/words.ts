import type { Lexicon } from '../../../model/restoration.ts';
import { isProse } from './prose.ts';
import { firstCommand, lettersBeforeCommand, mayHoldCommand } from './read-command.ts';
import type { Words } from './tokens.ts';

// Shorter runs may be letters side by side.
const shortestName = 4;
const shortestSigned = 12;
const smallA = 'a'.charCodeAt(0);
// `LLMtimesMapReduce`: a sign that is set between words
const signRe = /times|arrow/;

/** What is known of words, by a list of those of English. What was asked once is remembered, for texts repeat theirs. */
export function createWords(lexicon: Lexicon): Words {
	const isWord = (letters: string): boolean =>
		lexicon.has(letters) || lexicon.has(letters.toLowerCase());
	const plain = new Map<string | number, boolean>();
	return {
		isWord,
		isPlain(letters) {
			if (isSmallWord(letters, letters.charCodeAt(0)) && !mayHoldCommand(letters))
				return true;
			const key = letters.length < shortestName ? numberOf(letters) : letters;
			let isPlain = plain.get(key);
			if (isPlain === undefined) {
				isPlain = isProse(letters, isWord) || isName(letters, { isWord });
				plain.set(key, isPlain);
			}
			return isPlain;
		},
	};
}

/** Whether letters begin small, and are too few for a sign between words. */
function isSmallWord({ length }: string, first: number): boolean {
	return length >= shortestName && length < shortestSigned && first >= smallA;
}

/** At most three letters as a number, which is sooner found in a map than they are. */
function numberOf(letters: string): number {
	let number = 0;
	for (let at = 0; at < letters.length; at++) number = number * 128 + letters.charCodeAt(at);
	return number;
}

/** Whether letters are no word and have no command in them either: `DeepSeek`. */
function isName(letters: string, words: Pick<Words, 'isWord'>): boolean {
	return (
		letters.length >= shortestName &&
		firstCommand(words, letters) === undefined &&
		lettersBeforeCommand(words, letters) === 0 &&
		!signRe.test(letters)
	);
}

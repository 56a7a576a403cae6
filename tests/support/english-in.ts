import { wordsIn } from '../../src/language/words.ts';
import { interfaceTexts } from './interface-texts.ts';

const partsOf = (table: object) => [...interfaceTexts({ ...table }).values()].flat();

const german = new Set(partsOf(wordsIn.de).flatMap((part) => part.split(/[^\p{L}-]+/u)));

// What German has no other word for stands in German texts too.
const english = [...new Set(partsOf(wordsIn.en))]
	.filter((part) => !part.split(' ').every((word) => german.has(word)))
	.map((part) => ({
		part,
		// Not within a word, an address or the name of a file.
		re: new RegExp(`(?<![\\p{L}\\d./_-])${RegExp.escape(part)}(?![\\p{L}\\d/_-]|\\.\\w)`, 'u'),
	}));

/** What of the interface's English words stands in a text. */
export function englishIn(text: string): string[] {
	return english.filter(({ re }) => re.test(text)).map(({ part }) => part);
}

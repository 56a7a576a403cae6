import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { replaceCharacters } from './nodes.ts';
import { rangeOf, replaceMatches } from './replace-in-text.ts';

// `\%`, `\&`, `\_`; `\ ` and `\,` are spaces
const escapeRe = /\\([%&_#$ ,;])/g;
// `{-}`, `{,}`: braces against the space that TeX sets around signs
const bracedSignRe = /(?<=[\w)])\{([-,=+<>/.])\}(?=[\w(])/g;
// `\textless2MB`, `\textgreater 13B`
const commandRe =
	/\\(text[a-z]+|[lc]?dots|copyright|pounds|S|P|ss|ae|AE|oe|OE|aa|AA|o|O|l|L|eg|ie|etc|etal|wrt|cf|vs)(?![A-Za-z])(?:\{\})?/g;
// `\'{n}`, `\"i`, `{\'e}`, `\'\i`
const accentRe =
	/\{\\(['"`^~=.])\s?(?:\{([A-Za-z])\}|([A-Za-z])|\\([ij])(?![A-Za-z]))\}|\\(['"`^~=.])\s?(?:\{([A-Za-z])\}|([A-Za-z])|\\([ij])(?![A-Za-z]) ?)/g;
// `tokenx2014only`, left of `\unicode{x2014}`
const characterCodeRe = /(?<=[A-Za-z),.; ])x(20(?:1[0-9]|2[0-6]))(?=[A-Za-z( ])/g;
// `\81`, left of `\$81`
const priceRe = /\\(?=\d)/g;
// `Transformer~(SG-Former)`; not `60%~70%`, not `~85%`
const tieRe = /(?<=[A-Za-z.,)\]}:;])~(?=[A-Za-z0-9([“"'`\\$])/g;

const characters: Readonly<Record<string, string>> = {
	textless: '<',
	textgreater: '>',
	textasciitilde: '~',
	textasciicircum: '^',
	textbackslash: '\\',
	textbar: '|',
	textunderscore: '_',
	textdollar: '$',
	textbraceleft: '{',
	textbraceright: '}',
	textendash: '–',
	textemdash: '—',
	textquoteleft: '‘',
	textquoteright: '’',
	textquotedblleft: '“',
	textquotedblright: '”',
	textquotesingle: "'",
	textregistered: '®',
	texttrademark: '™',
	textdegree: '°',
	textmu: 'µ',
	texttimes: '×',
	textpm: '±',
	texteuro: '€',
	textbullet: '•',
	textellipsis: '…',
	ldots: '…',
	cdots: '…',
	dots: '…',
	copyright: '©',
	pounds: '£',
	S: '§',
	P: '¶',
	ss: 'ß',
	ae: 'æ',
	AE: 'Æ',
	oe: 'œ',
	OE: 'Œ',
	aa: 'å',
	AA: 'Å',
	o: 'ø',
	O: 'Ø',
	l: 'ł',
	L: 'Ł',
	// Macros that every style of the field's conferences defines alike.
	eg: 'e.g.',
	ie: 'i.e.',
	etc: 'etc.',
	etal: 'et al.',
	wrt: 'w.r.t.',
	cf: 'cf.',
	vs: 'vs.',
};

const combining: Readonly<Record<string, string>> = {
	"'": '\u0301',
	'"': '\u0308',
	'`': '\u0300',
	'^': '\u0302',
	'~': '\u0303',
	'=': '\u0304',
	'.': '\u0307',
};

/** Write the characters that TeX escapes, names or composes: `50\%`, `\textless`, `na\"ively`, `models~(LLMs)`. */
export function remarkUnescapeTex() {
	return (tree: Root, file: VFile): void => {
		const text = String(file);
		replaceMatches(tree, file, accentRe, (match) => {
			const mark = (match[1] ?? match[5])!;
			const base = (match[2] ?? match[3] ?? match[4] ?? match[6] ?? match[7] ?? match[8])!;
			const letter = (base + combining[mark]!).normalize('NFC');
			return letter.length === 1
				? replaceCharacters(file, rangeOf(match), 'accent', letter)
				: undefined;
		});
		replaceMatches(tree, file, escapeRe, (match) => {
			const character = match[1]!;
			return replaceCharacters(
				file,
				rangeOf(match),
				'escape',
				' ,;'.includes(character) ? ' ' : character,
			);
		});
		replaceMatches(tree, file, bracedSignRe, (match) =>
			replaceCharacters(file, rangeOf(match), 'escape', match[1]!),
		);
		replaceMatches(tree, file, commandRe, (match) => {
			const character = characters[match[1]!];
			const [start, end] = rangeOf(match);
			// The macro may bring its full stop, and the text have one: `\etc.`
			const isDoubled = character?.endsWith('.') && character.length > 1 && text[end] === '.';
			return character === undefined
				? undefined
				: replaceCharacters(file, [start, isDoubled ? end + 1 : end], 'command', character);
		});
		replaceMatches(tree, file, characterCodeRe, (match) =>
			replaceCharacters(
				file,
				rangeOf(match),
				'character-code',
				String.fromCodePoint(Number.parseInt(match[1]!, 16)),
			),
		);
		replaceMatches(tree, file, priceRe, (match) =>
			replaceCharacters(file, rangeOf(match), 'price', '$'),
		);
		replaceMatches(tree, file, tieRe, (match) =>
			replaceCharacters(file, rangeOf(match), 'tie', ' '),
		);
	};
}

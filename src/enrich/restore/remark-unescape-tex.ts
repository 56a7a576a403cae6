import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { RestorationRuleName } from '../../model/restoration.ts';
import { lettersByCommand, marksByAccent, signsByCommand } from '../../text/tex-letters.ts';
import { replaceCharacters, type Replacement } from './nodes.ts';
import { rangeOf, replaceMatches } from './replace-in-text.ts';

// Without one of these a text has none of what follows.
const signRe = /[\\{~]|x20/;
// `\%`, `\&`, `\_`, `\,`, `\~8B`
const escapeRe = /\\([%&_#$ ,;]|~(?=\d))/g;
// `GPT-4o\'s`: an apostrophe that was escaped for another language, and no `ś`
const apostropheRe = /(?<=[A-Za-z])\\'(?=(?:s|t|d|m|re|ve|ll)(?![A-Za-z]))/g;
// `{-}`, `{,}`: braces against the space that TeX sets around signs
const bracedSignRe = /(?<=[\w)])\{([-,=+<>/.])\}(?=[\w(])/g;
// `\textless2MB`, `{\deg}C`, `2.3\times greater`
const commandRe = /\{\\([A-Za-z]+)\}|\\([A-Za-z]+)(?:\{\})?/g;
// `\'{n}`, `\"i`, `{\'e}`, `\'\i`, `\"{\i}`
const accentRe =
	/\{\\(['"`^~=.])\s?(?:\{([A-Za-z])\}|([A-Za-z])|\\([ij])(?![A-Za-z]))\}|\\(['"`^~=.])\s?(?:\{(?:\\(?=[ij]\}))?([A-Za-z])\}|([A-Za-z])|\\([ij])(?![A-Za-z]) ?)/g;
// `tokenx2014only`, left of `\unicode{x2014}`
const characterCodeRe = /(?<=[A-Za-z),.; ])x(20(?:1[0-9]|2[0-6]))(?=[A-Za-z( ])/g;
// `\81`, left of `\$81`
const priceRe = /\\(?=\d)/g;
// `Transformer~(SG-Former)`, `60~Hz`; not `60%~70%`, not `~85%`, not `10~50x`
const tieRe = /(?<=[A-Za-z.,)\]}:;])~(?=[A-Za-z0-9([“"'`\\$])|(?<=\d)~(?=[A-Za-z]{2})/g;

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
	aa: 'å',
	AA: 'Å',
	...lettersByCommand,
	...signsByCommand,
	times: '×',
	pm: '±',
	sim: '∼',
	deg: '°',
	// Macros that every style of the field's conferences defines alike.
	eg: 'e.g.',
	ie: 'i.e.',
	etc: 'etc.',
	etal: 'et al.',
	wrt: 'w.r.t.',
	cf: 'cf.',
	vs: 'vs.',
};

// `\ ` and `\,` are spaces.
const spaces: Readonly<Record<string, string>> = { ' ': ' ', ',': ' ', ';': ' ' };

/** Write the characters that TeX escapes, names or composes: `50\%`, `\textless`, `na\"ively`, `models~(LLMs)`. */
export function remarkUnescapeTex() {
	return (tree: Root, file: VFile): void => {
		if (!signRe.test(String(file))) return;
		for (const [re, unescape] of unescapings)
			replaceMatches(tree, file, re, (match) => unescape(match, file));
	};
}

type Unescape = (match: RegExpExecArray, file: VFile) => Replacement | undefined;

const unescapings: readonly (readonly [RegExp, Unescape])[] = [
	[apostropheRe, (match, file) => replaceMatch(file, match, 'escape', "'")],
	[accentRe, composeLetter],
	[
		escapeRe,
		(match, file) => replaceMatch(file, match, 'escape', spaces[match[1]!] ?? match[1]!),
	],
	[bracedSignRe, (match, file) => replaceMatch(file, match, 'escape', match[1]!)],
	[commandRe, writeCommand],
	[
		characterCodeRe,
		(match, file) => replaceMatch(file, match, 'character-code', characterOf(match)),
	],
	[priceRe, (match, file) => replaceMatch(file, match, 'price', '$')],
	[tieRe, (match, file) => replaceMatch(file, match, 'tie', ' ')],
];

function replaceMatch(
	file: VFile,
	match: RegExpExecArray,
	rule: RestorationRuleName,
	value: string,
): Replacement {
	return replaceCharacters(file, rangeOf(match), rule, value);
}

function composeLetter(match: RegExpExecArray, file: VFile): Replacement | undefined {
	const [mark, base] = match.slice(1).filter((part) => part !== undefined);
	const letter = (base! + marksByAccent[mark!]!).normalize('NFC');
	return letter.length === 1 ? replaceMatch(file, match, 'accent', letter) : undefined;
}

function writeCommand(match: RegExpExecArray, file: VFile): Replacement | undefined {
	const character = characters[(match[1] ?? match[2])!];
	if (character === undefined) return undefined;
	const [start, end] = rangeOf(match);
	// The macro may bring its full stop, and the text have one: `\etc.`
	const isDoubled = /.\.$/.test(character) && match.input[end] === '.';
	return replaceCharacters(file, [start, isDoubled ? end + 1 : end], 'command', character);
}

function characterOf({ 1: code }: RegExpExecArray): string {
	return String.fromCodePoint(Number.parseInt(code!, 16));
}

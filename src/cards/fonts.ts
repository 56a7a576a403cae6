import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lazilyEach } from '../search/engine/lazily.ts';

/** A part of a font, in a file of its own, because most texts need few of its letters. */
export interface FontSlice {
	readonly family: string;
	readonly file: string;
	/** First and last code point of each. */
	readonly ranges: readonly [from: number, to: number][];
}

/** A text as far as there are letters for it, and the slices that have them, the preferred first. */
export interface Typeset {
	readonly text: string;
	readonly slices: readonly FontSlice[];
}

interface Font {
	readonly family: string;
	/** On npm. */
	readonly name: string;
	readonly letters: RegExp;
}

// Latin, Greek and Cyrillic.
const ownFont: Font = {
	family: 'Source Serif',
	name: '@fontsource/source-serif-4',
	letters: /./su,
};

// `論`, `、`, `！`
const hanRe = /\p{Script_Extensions=Han}|[\uff01-\uff60\uffe0-\uffe6]/u;
const kanaRe = /\p{Script_Extensions=Hiragana}|\p{Script_Extensions=Katakana}/u;
const hangulRe = /\p{Script_Extensions=Hangul}/u;

const japanese = noto('serif-jp', new RegExp(`${hanRe.source}|${kanaRe.source}`, 'u'));
const korean = noto('serif-kr', new RegExp(`${hanRe.source}|${hangulRe.source}`, 'u'));
const chinese = [noto('serif-sc', hanRe), noto('serif-tc', hanRe)];

const otherFonts = [
	noto('naskh-arabic', /\p{Script_Extensions=Arabic}/u),
	noto('sans-myanmar', /\p{Script_Extensions=Myanmar}/u),
	...['hebrew', 'devanagari', 'bengali', 'gurmukhi', 'gujarati', 'tamil', 'telugu'].map(serif),
	...['kannada', 'malayalam', 'sinhala', 'thai', 'lao', 'khmer'].map(serif),
	...['georgian', 'armenian', 'ethiopic'].map(serif),
];

/** The font of a script that has the same name: `hebrew`. */
function serif(name: string): Font {
	const script = name.charAt(0).toUpperCase() + name.slice(1);
	return noto(`serif-${name}`, new RegExp(`\\p{Script_Extensions=${script}}`, 'u'));
}

function noto(name: string, letters: RegExp): Font {
	return { family: `noto-${name}`, name: `@fontsource-variable/noto-${name}`, letters };
}

// `👍`, `🇩🇪`, `❤️`
const pictureRe =
	/\p{Extended_Pictographic}\ufe0f|\p{Emoji_Presentation}|\p{Emoji_Modifier}|\ufe0f/gu;

/** Find the fonts of a text. What none has a letter for is left out: an empty box says less than nothing. */
export async function typeset(words: string): Promise<Typeset> {
	const letters = [...words.normalize('NFC').replace(pictureRe, '')];
	const needed = new Map<FontSlice, true>();
	const fonts = fontsInOrder(words);
	const kept: string[] = [];
	for (const letter of letters) {
		const slices = await slicesWith(letter, fonts);
		if (slices.length > 0) kept.push(letter);
		for (const slice of slices) needed.set(slice, true);
	}
	const slices = [...needed.keys()];
	return {
		text: kept.join('').replace(/\s+/g, ' ').trim(),
		slices: fonts.flatMap(({ family }) => slices.filter((slice) => slice.family === family)),
	};
}

/** Han letters are drawn in as many ways as there are languages; the others of a text tell which. */
function fontsInOrder(words: string): readonly Font[] {
	if (kanaRe.test(words)) return [ownFont, japanese, ...chinese, korean, ...otherFonts];
	if (hangulRe.test(words)) return [ownFont, korean, japanese, ...chinese, ...otherFonts];
	return [ownFont, ...chinese, japanese, korean, ...otherFonts];
}

/** Of each font that says it has a letter, for not all have what they say. */
async function slicesWith(letter: string, fonts: readonly Font[]): Promise<FontSlice[]> {
	const fitting = fonts.filter(({ letters }) => letters.test(letter));
	const slices = await Promise.all(fitting.map(slicesOf));
	const code = letter.codePointAt(0)!;
	return slices
		.flat()
		.filter(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to));
}

const slicesOf = lazilyEach(async ({ family, name }: Font): Promise<FontSlice[]> => {
	const inPackage = (path: string) => fileURLToPath(import.meta.resolve(`${name}/${path}`));
	const ranges = JSON.parse(await readFile(inPackage('unicode.json'), 'utf8')) as Ranges;
	const ending = name.includes('-variable') ? 'wght-normal' : '400-normal';
	return Object.entries(ranges).map(([slice, list]) => ({
		family,
		file: inPackage(
			`files/${name.split('/')[1]}-${slice.replace(bracketsRe, '')}-${ending}.woff2`,
		),
		ranges: list.split(',').map(parseRange),
	}));
});

/** By the name of the slice: `U+0301,U+0400-045F`. */
type Ranges = Readonly<Record<string, string>>;

// `[101]`, which is `101` in the name of the file.
const bracketsRe = /[[\]]/g;
// `U+0400-045F`, `u+301`
const rangeRe = /^\s*U\+([\dA-F]+)(?:-([\dA-F]+))?\s*$/i;

function parseRange(range: string): [number, number] {
	const [, from = '', to = from] = rangeRe.exec(range) ?? [];
	return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

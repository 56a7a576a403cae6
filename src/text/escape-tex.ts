import { lettersByCommand, marksByAccent, signsByCommand } from './tex-letters.ts';

/**
 * What TeX takes for itself, what its fonts print otherwise, and what it has a name for. A brace must
 * have its partner in a field of BibTeX, escaped or not, so none stays one.
 */
const signs: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	$: '\\$',
	'&': '\\&',
	'%': '\\%',
	'#': '\\#',
	_: '\\_',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'<': '\\textless{}',
	'>': '\\textgreater{}',
	'|': '\\textbar{}',
	'`': '\\textasciigrave{}',
	'–': '--',
	'—': '---',
	'‘': '`',
	'’': "'",
	'“': '``',
	'”': "''",
	'…': '\\ldots{}',
	'•': '\\textbullet{}',
	'°': '\\textdegree{}',
	...Object.fromEntries(
		Object.entries(lettersByCommand).map(([command, letter]) => [letter, `\\${command}{}`]),
	),
	ı: '\\i{}',
	'×': '\\texttimes{}',
	'±': '\\textpm{}',
	...inMath({
		'−': '-',
		...Object.fromEntries(
			Object.entries(signsByCommand).map(([command, sign]) => [sign, `\\${command}`]),
		),
		...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [sign, `^{${digit}}`])),
		...Object.fromEntries([...'₀₁₂₃₄₅₆₇₈₉'].map((sign, digit) => [sign, `_{${digit}}`])),
	}),
};

function inMath(commands: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(Object.entries(commands).map(([sign, tex]) => [sign, `$${tex}$`]));
}

const accentsByMark = new Map(
	Object.entries(marksByAccent).map(([accent, mark]) => [mark, accent]),
);

// TeX would make one character of the two: `--` a dash, `?` and a quotation mark `¿`.
const ligatureRe = /--|[?!][‘“]/;

// `"Hello"`, which TeX would close twice; not `5" and 7"`.
const straightQuotesRe = /(?<![\p{L}\p{N}])"([^"]*)"/gu;

/**
 * Text as TeX for a line of BibTeX: `R² & é` as `R$^{2}$ \& \'{e}`. What TeX has no name for stays
 * Unicode, which every engine of today reads.
 */
export function escapeTex(text: string): string {
	const line = text.normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ');
	const characters = [...line.replace(straightQuotesRe, '“$1”')];
	return characters
		.map((character, index) => {
			const isJoined = ligatureRe.test(character + (characters[index + 1] ?? ''));
			return escapeCharacter(character) + (isJoined ? '{}' : '');
		})
		.join('');
}

function escapeCharacter(character: string): string {
	const own = signs[character];
	if (own !== undefined) return own;
	// A letter with one accent; with two, as in `ễ`, it stays itself.
	const [letter, mark, second] = character.normalize('NFD');
	const accent = accentsByMark.get(mark!);
	if (accent === undefined || second !== undefined || !/^[a-z]$/i.test(letter!)) return character;
	return `\\${accent}{${letter}}`;
}

const braces: Readonly<Record<string, string>> = { '{': '\\lbrace ', '}': '\\rbrace ' };

/** A formula for a line of BibTeX: `\{x` as `$\lbrace x$`, because a brace counts there even when it is escaped. */
export function formulaTex(tex: string): string {
	const line = tex.replace(/\\(.)/gs, (command, sign: string) => braces[sign] ?? command);
	return `$${line.trim()}$`;
}

/** Whether every brace of a text has its partner, as BibTeX counts them. */
export function isBalanced(tex: string): boolean {
	let depth = 0;
	for (const character of tex) {
		if (character === '{') depth++;
		if (character === '}') depth--;
		if (depth < 0) return false;
	}
	return depth === 0;
}

import { piece, type Piece } from './piece.ts';
import { isChain, readScriptCommand } from './read-command.ts';
import { digitRe, lettersAt, numberAt, type Context, type Token } from './tokens.ts';

/** A prime: of `x'(t)`, and not of `RNN's`. */
export function readPrime({ text }: Context, at: number): Piece | undefined {
	return /[(,=]/.test(text[at + 1] ?? '') ? piece(at + 1, "'", 'scripted') : undefined;
}

/** A script without braces, with its mark: `^2`, `_i`, `^*`, `^top`. */
export function readShortScript(context: Context, at: number, depth: number): Piece | undefined {
	const { text } = context;
	const next = text[at + 1]!;
	if (digitRe.test(next)) return readDigits(context, at);
	const isSign = '*+'.includes(next) || (next === '-' && !/[\d.]/.test(text[at + 2] ?? ''));
	if (isSign) return scriptOf(context, at, 1);
	const run = lettersAt(context, at + 1);
	return run && readScriptLetters(context, at, run, depth);
}

/** `10^15` would be set as 10¹5; `pi_0.5` is what its authors call it. */
function readDigits(context: Context, at: number): Piece | undefined {
	const { text: number } = numberAt(context, at + 1)!;
	if (number.length === 1) return scriptOf(context, at, 1);
	const isName = context.text[at] === '_' && number.includes('.');
	return isName ? scriptOf(context, at, number.length) : undefined;
}

function readScriptLetters(
	context: Context,
	at: number,
	{ text: letters }: Token,
	depth: number,
): Piece | undefined {
	if (letters.length === 1) return scriptOf(context, at, 1);
	const command = readScriptCommand(context, at + 1);
	if (command) return { ...command, tex: context.text[at]! + command.tex, role: 'scripted' };
	// `n^dright)`: one letter, and commands behind it
	const rest = letters.slice(1);
	return isChain(context, rest) || (depth > 0 && rest.length <= 2)
		? scriptOf(context, at, 1)
		: undefined;
}

/** A mark and so many characters behind it. */
function scriptOf({ text }: Context, at: number, length: number): Piece {
	const end = at + 1 + length;
	return piece(end, text.slice(at, end), 'scripted');
}

/** Letters within braces of a script: `_{LR}` and `_{max}` are words, `_{ij}` two letters. */
export function asScriptWord(context: Context, at: number, letters: Piece): Piece {
	const { text: run, end } = lettersAt(context, at)!;
	const isWord = end === letters.end && (run.length >= 3 || run === run.toUpperCase());
	return isWord ? { ...letters, tex: `\\text{${run}}` } : letters;
}

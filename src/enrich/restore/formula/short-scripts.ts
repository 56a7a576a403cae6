import { piece, type Piece } from './piece.ts';
import { isChain, readScriptCommand } from './read-command.ts';
import { texCommands } from './tex-commands.ts';
import {
	digitRe,
	greekLetterAt,
	lettersAt,
	numberAt,
	tokenAt,
	type Context,
	type Token,
} from './tokens.ts';

// `^star`, `_max`: of the commands that are words, those that scripts have; `d_in` is a name of programs
const wordScripts: ReadonlySet<string> = new Set('star times circ ast max min sup inf'.split(' '));

/** A script without braces, with its mark: `^2`, `_i`, `^*`, `^top`. */
export function readShortScript(context: Context, at: number, depth: number): Piece | undefined {
	const { text } = context;
	const next = text[at + 1]!;
	if (digitRe.test(next)) return readDigits(context, at);
	const isSign = '*+'.includes(next) || (next === '-' && !/[\d.]/.test(text[at + 2] ?? ''));
	if (isSign) return scriptOf(context, at, 1);
	if (greekLetterAt(context, at + 1)) return scriptOf(context, at, 1);
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
	if (command) return isScriptCommand(letters) ? asScript(context.text[at]!, command) : undefined;
	if (context.isWord(letters)) return undefined;
	// `n^dright)`: one letter, and commands behind it
	const rest = letters.slice(1);
	return isChain(context, rest) || (depth > 0 && rest.length <= 2)
		? scriptOf(context, at, 1)
		: undefined;
}

function asScript(mark: string, command: Piece): Piece {
	return { ...command, tex: mark + command.tex, role: 'scripted' };
}

/** Whether letters are a command that a script may be: `top`, `theta`; the word `in` is none. */
function isScriptCommand(letters: string): boolean {
	const { role, isSure } = texCommands.get(letters) ?? { role: 'greek', isSure: true };
	return isSure || role === 'greek' || role === 'script' || wordScripts.has(letters);
}

/** A mark and so many characters behind it. */
function scriptOf({ text }: Context, at: number, length: number): Piece {
	const end = at + 1 + length;
	return piece(end, text.slice(at, end), 'scripted');
}

// All that braces hold: `{reason}`
const wholeWordRe = /(?<=\{)[A-Za-z]{2,}(?=\})/y;

/** The one word that the braces of a script hold: `_{LR}`, `_{reason}`, `_{max}`; `_{ij}` are two letters. */
export function readScriptWord(context: Context, at: number): Piece | undefined {
	const word = tokenAt(context, wholeWordRe, at);
	if (!word) return undefined;
	const { text: run, end } = word;
	if (texCommands.has(run) && isScriptCommand(run)) return readScriptCommand(context, at);
	const isWord = run.length >= 3 || run === run.toUpperCase() || texCommands.has(run);
	return isWord ? piece(end, `\\text{${run}}`, 'letters') : undefined;
}

/** Letters among other things in the braces of a script: `_{auto-P}` has a word. */
export function asScriptWord(context: Context, at: number, letters: Piece): Piece {
	const { text: run, end } = lettersAt(context, at)!;
	const isWord = end === letters.end && (run.length >= 3 || run === run.toUpperCase());
	return isWord ? { ...letters, tex: `\\text{${run}}` } : letters;
}

import { joiners, piece, sure, type Piece } from './piece.ts';
import { texCommands } from './tex-commands.ts';
import { lettersAt, tokenAt, type Context, type Words } from './tokens.ts';

const lettersRe = /^[A-Za-z]+$/;
// `{times}`: braces against the space that TeX sets around signs
const bracedRe = /\{[A-Za-z]+\}/y;
// `nlog n`, `nge 5`: what is read behind a letter in the open text; names end as others do (`Gell-Mann`)
const behindLetter: ReadonlySet<string> = new Set(
	'log ln exp sqrt left big Big bigl Bigl times cdot pm le ge leq geq ne neq in to sim approx ll gg mid subset subseteq propto rightarrow'.split(
		' ',
	),
);
const longestCommand = 14;
// Most words begin as no command does, which is soon seen by two letters.
const beginnings = new Uint8Array(2 ** 14);
for (const name of texCommands.keys()) beginnings[twoLetters(name, 0)] = 1;
// This keeps reading a chain linear.
const longestChain = 60;

type English = Pick<Words, 'isWord'>;

/** The command whose name begins here and goes on to the end of the letters, or to another command; also one in braces. */
export function readCommand(context: Context, at: number): Piece | undefined {
	if (context.text[at] === '{') return readBracedCommand(context, at);
	const command = readScriptCommand(context, at);
	return command?.role === 'script' ? undefined : command;
}

/** `{times}`, `{sim}` */
function readBracedCommand(context: Context, at: number): Piece | undefined {
	const braced = tokenAt(context, bracedRe, at);
	const name = braced?.text.slice(1, -1);
	const role = name === undefined ? undefined : texCommands.get(name)?.role;
	return role && joiners.has(role) ? sure(piece(braced!.end, `{\\${name}}`, role)) : undefined;
}

/** The same in a script, where `top` and `prime` are commands too. */
export function readScriptCommand(context: Context, at: number): Piece | undefined {
	const run = lettersAt(context, at);
	const name = run && firstCommand(context, run.text);
	if (name === undefined) return undefined;
	const { tex, role, isSure } = texCommands.get(name)!;
	const command = piece(at + name.length, tex ?? `\\${name}`, role);
	return isSure ? sure(command) : command;
}

/** Whether a command may begin with the first of some letters or the second. */
export function mayHoldCommand(letters: string): boolean {
	return beginnings[twoLetters(letters, 0)] === 1 || beginnings[twoLetters(letters, 1)] === 1;
}

function twoLetters(letters: string, at: number): number {
	return letters.charCodeAt(at) * 128 + letters.charCodeAt(at + 1);
}

/** The first command of letters that are commands and nothing else: `Phi` of `Phicirc`. */
export function firstCommand(words: English, letters: string): string | undefined {
	if (texCommands.has(letters)) return letters;
	if (beginnings[twoLetters(letters, 0)] !== 1 || words.isWord(letters)) return undefined;
	for (let length = Math.min(letters.length - 2, longestCommand); length >= 2; length--) {
		const name = letters.slice(0, length);
		if (texCommands.has(name) && isChain(words, letters.slice(length))) return name;
	}
	return undefined;
}

/** Whether letters are commands and nothing else: `Phicirc`. */
export function isChain(words: English, letters: string): boolean {
	return (
		lettersRe.test(letters) &&
		letters.length <= longestChain &&
		firstCommand(words, letters) !== undefined
	);
}

/** How many letters stand before commands that go on to the end: 1 of `Llog`, 2 of `nmlog`. */
export function lettersBeforeChain(words: English, letters: string, isStart: boolean): number {
	if (!isStart && letters.length > 1 && isChain(words, letters.slice(1))) return 1;
	if (words.isWord(letters)) return 0;
	for (let length = 1; length <= 2 && length < letters.length - 1; length++) {
		if (isChain(words, letters.slice(length))) return length;
	}
	return 0;
}

/** The same in the open text, where most that ends as a command is a name: 1 of `nge`, none of `Gell`. */
export function lettersBeforeCommand(words: English, letters: string): number {
	return behindLetter.has(letters.slice(1)) && !words.isWord(letters) ? 1 : 0;
}

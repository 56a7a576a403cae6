import { piece, sure, type Piece } from './piece.ts';
import { texCommands } from './tex-commands.ts';
import { lettersAt, type Context } from './tokens.ts';

const lettersRe = /^[A-Za-z]+$/;
const longestCommand = 14;
// Most words begin as no command does, which is soon seen.
const beginnings: ReadonlySet<string> = new Set(
	[...texCommands.keys()].map((name) => name.slice(0, 2)),
);
// This keeps reading a chain linear.
const longestChain = 60;

type Words = Pick<Context, 'isWord'>;

/** The command whose name begins here and goes on to the end of the letters, or to another command. */
export function readCommand(context: Context, at: number): Piece | undefined {
	const command = readScriptCommand(context, at);
	return command?.role === 'script' ? undefined : command;
}

/** The same in a script, where `top` and `prime` are commands too. */
export function readScriptCommand(context: Context, at: number): Piece | undefined {
	const run = lettersAt(context, at);
	const name = run && firstCommand(context, run.text);
	if (name === undefined) return undefined;
	const { tex, role, isSure } = texCommands.get(name)!;
	const command = piece(at + name.length, tex ?? `\\${name}`, role);
	if (isSure) return sure(command);
	return role === 'greek' ? { ...command, greek: [name] } : command;
}

/** The first command of letters that are commands and nothing else: `Phi` of `Phicirc`. */
export function firstCommand(words: Words, letters: string): string | undefined {
	if (texCommands.has(letters)) return letters;
	if (!beginnings.has(letters.slice(0, 2)) || words.isWord(letters)) return undefined;
	for (let length = Math.min(letters.length - 2, longestCommand); length >= 2; length--) {
		const name = letters.slice(0, length);
		if (texCommands.has(name) && isChain(words, letters.slice(length))) return name;
	}
	return undefined;
}

/** Whether letters are commands and nothing else: `Phicirc`. */
export function isChain(words: Words, letters: string): boolean {
	return (
		lettersRe.test(letters) &&
		letters.length <= longestChain &&
		firstCommand(words, letters) !== undefined
	);
}

/** How many letters stand before commands that go on to the end: 1 of `Llog`, 2 of `nmlog`. */
export function lettersBeforeChain(words: Words, letters: string, isStart: boolean): number {
	if (!isStart && letters.length > 1 && isChain(words, letters.slice(1))) return 1;
	if (words.isWord(letters)) return 0;
	for (let length = 1; length <= 2 && length < letters.length - 1; length++) {
		if (isChain(words, letters.slice(length))) return length;
	}
	return 0;
}

import type { Piece } from './piece.ts';
import { identifierAt, letterRe, tokenAt, type Context } from './tokens.ts';
import { isChain } from './read-command.ts';
import { texCommands } from './tex-commands.ts';

// Words of two and three letters that are no factors of a product, wherever they stand.
const shortWords: ReadonlySet<string> = new Set(
	'the and for are was all any our its but not can has use via per of is it we or on by as at an be if so no up us vs new two one see ours eg ie et al'.split(
		' ',
	),
);
// Single letters that are words.
const wordLetters: ReadonlySet<string> = new Set(['a', 'A', 'I']);
// Shorter words may be commands, or letters side by side.
const shortestProse = 4;
// What begins with a letter and is none: `A100`, `w.r.t.`
const nameRe = /^[A-Za-z](?:\d|\.[a-z])/;
// `O(n^2)`, `320 environments`: nothing is written to be an element of that
const noSetRe = /\d|(?:O|o|Theta|Omega)\(/y;

/** Whether letters are a word of two or three letters, as none of a formula are: `via`. */
export function isShortWord(letters: string): boolean {
	return shortWords.has(letters);
}

/** Whether a piece is a letter that is a word: `a`. */
export function isWordLetter({ tex }: Piece): boolean {
	return wordLetters.has(tex);
}

/** Whether letters are a word with which no formula begins: `the`, `model`. */
export function isProse(letters: string, isWord: Context['isWord']): boolean {
	return (
		isShortWord(letters) ||
		(letters.length >= shortestProse && !texCommands.has(letters) && isWord(letters))
	);
}

/** Whether the name of a program or a data set stands here: `x_train`; not `x_i`, not `alpha_max`. */
export function isIdentifier(context: Context, at: number): boolean {
	const [first, ...others] = identifierAt(context, at)?.text.split('_') ?? [];
	const isName = (part: string): boolean =>
		part.length > 1 && letterRe.test(part) && !isChain(context, part.replace(/\d+$/, ''));
	return (
		first !== undefined &&
		(isName(first) || others.some((part) => isName(part.replace(/^\d/, ''))))
	);
}

/** Whether a term from `at` on may stand behind a sign in the open text. `a` may not: `x_i - a method`. */
export function isOperand({ text }: Context, { role, end }: Piece, at: number): boolean {
	if (role === 'function' || role === 'letters') return false;
	// `A100`, `w.r.t.`
	if (end === at + 1 && nameRe.test(text.slice(at, at + 3))) return false;
	const mayBeWord = end === at + 1 && wordLetters.has(text[at]!);
	return !mayBeWord || !/[ ,]/.test(text[end] ?? ' ');
}

/** Whether a command is a word where it stands before `at`: `x to y`, `x in O(n) time`, `x_1 in 3 days`. */
export function isWordBefore(context: Context, { tex }: Piece, at: number): boolean {
	return tex === '\\to' || (tex === '\\in' && tokenAt(context, noSetRe, at) !== undefined);
}

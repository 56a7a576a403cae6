import { lost, piece, type Piece } from './piece.ts';
import { firstCommand } from './read-command.ts';
import { texCommands } from './tex-commands.ts';
import { endOfBrackets, lettersAt, type Context } from './tokens.ts';

// What TeX writes and brackets of prose never hold.
const texSignRe = /[{}^_]/;

/** `varepsilond`: a command and letters that TeX would have taken for part of its name. */
export function readRunOn(context: Context, at: number): Piece | undefined {
	const { text: letters, end } = lettersAt(context, at)!;
	if (!isRunOn(context, letters)) return undefined;
	const braced = context.text[end] === '{' ? endOfBrackets(context, end) : undefined;
	return lost(piece(braced ?? end, letters, 'letters'));
}

function isRunOn(context: Context, letters: string): boolean {
	if (letters.length < 4 || context.isWord(letters)) return false;
	return [1, 2].some((length) => {
		const rest = letters.slice(0, -length);
		const first = firstCommand(context, rest) ?? firstCommand(context, rest.slice(1));
		const role = first === undefined ? undefined : texCommands.get(first)!.role;
		return role === 'greek' || role === 'font';
	});
}

/** `mathcal{O}`: the braces could only outlive a command around them. */
export function loseBraces(context: Context, command: Piece): Piece {
	const end = endOfBrackets(context, command.end) ?? command.end + 1;
	const endOfCall = context.text[end] === '(' ? endOfBrackets(context, end) : undefined;
	return lost(command, endOfCall ?? end);
}

/** `left(n{m}right)`: brackets behind a piece that cannot be read whole, so that nothing of it is set. */
export function loseBrackets(context: Context, piece: Piece): Piece | undefined {
	const end = endOfBrackets(context, piece.end);
	return end === undefined ? undefined : lost(piece, end);
}

/** `min(n{m})`: the same behind a function, where words in brackets are prose. */
export function loseCall(context: Context, command: Piece): Piece | undefined {
	const call = loseBrackets(context, command);
	return call && texSignRe.test(context.text.slice(command.end, call.end)) ? call : undefined;
}

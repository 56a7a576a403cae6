import { lost, type Piece } from './piece.ts';
import { endOfBrackets, type Context } from './tokens.ts';

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

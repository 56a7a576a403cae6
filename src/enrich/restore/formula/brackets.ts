import { piece, type Piece } from './piece.ts';
import { readCommand } from './read-command.ts';
import type { Context } from './tokens.ts';

/** Reads what closes a group, where it stands. */
export type Closer = (context: Context, at: number) => Piece | undefined;

/** What closes a group, by the bracket that opens it; `[0, 1)` is half-open. */
export const closers: Readonly<Record<string, Closer>> = {
	'(': closerOf(')]'),
	'[': closerOf(')]'),
	'{': closerOf('}'),
	'|': closerOf('|'),
};

/** Reads one of some brackets, also with its size: `)`, `right)`. */
function closerOf(brackets: string): Closer {
	return (context, at) => {
		const command = readCommand(context, at);
		const size = command?.role === 'size' ? command : piece(at, '', 'group');
		const bracket = context.text[size.end];
		return bracket !== undefined && brackets.includes(bracket)
			? piece(size.end + 1, size.tex + bracket, 'group')
			: undefined;
	};
}

/** Reads `rangle`, `rceil`. */
export const closeNamed: Closer = (context, at) => {
	const command = readCommand(context, at);
	return command?.role === 'close' ? command : undefined;
};

import type { CommandRole } from './tex-commands.ts';

/** Part of a formula, read from the letters that the feed left of it. */
export interface Piece {
	/** UTF-16 offset behind it. */
	readonly end: number;
	readonly tex: string;
	/** What its last part is. */
	readonly role: Role;
	/** Whether no prose could be it. */
	readonly isSure: boolean;
	/** Whether it shows that something is missing: then the whole formula stays as it came. */
	readonly isLost: boolean;
}

/** What a part of a formula is, which says what may stand beside it. */
export type Role =
	| CommandRole
	| 'number'
	| 'letter'
	| 'letters'
	| 'group'
	| 'scripted'
	| 'percent'
	| 'call';

/** What a sign may stand between. */
export const operands: ReadonlySet<Role> = new Set([
	'number',
	'letter',
	'greek',
	'symbol',
	'scripted',
	'call',
	'percent',
]);
/** How much of something. */
export const quantities: ReadonlySet<Role> = new Set(['number', 'percent']);
/** What stands for something that a text speaks of. */
export const variables: ReadonlySet<Role> = new Set(['letter', 'greek', 'symbol', 'scripted']);
/** Commands between two things. */
export const joiners: ReadonlySet<Role> = new Set(['relation', 'operator', 'arrow']);

/** A piece that could be prose as well: the letter `x`, the number `16`. */
export function piece(end: number, tex: string, role: Role): Piece {
	return { end, tex, role, isSure: false, isLost: false };
}

/** The same as what no prose could be: `x_1`. */
export function sure(piece: Piece, role: Role = piece.role): Piece {
	return { ...piece, role, isSure: true };
}

/** The same, as far as `end`, as something of which a part is missing: `mathcal{O}`. */
export function lost(piece: Piece, end: number = piece.end): Piece {
	return { ...piece, end, isSure: true, isLost: true };
}

/** Two pieces as one, with what stands between them. */
export function join(left: Piece, between: string, right: Piece): Piece {
	return {
		end: right.end,
		tex: left.tex + between + right.tex,
		role: right.role,
		isSure: left.isSure || right.isSure,
		isLost: left.isLost || right.isLost,
	};
}

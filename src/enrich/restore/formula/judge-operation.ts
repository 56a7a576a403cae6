import { join, operands, quantities, variables, type Piece, type Role } from './piece.ts';

/** A sign or command between two pieces, with the spaces around it: `n times d`, `x=1`. */
export interface Operation {
	readonly left: Piece;
	readonly before: string;
	readonly sign: Piece;
	readonly after: string;
	readonly term: Piece;
}

type Judgement = (operation: Operation) => boolean;

// `2times m`
const factors: ReadonlySet<Role> = new Set(['number', 'letter', 'scripted']);

// What something goes to.
const limitRe = /^[01]$/;

const never: Judgement = () => false;

const areNumbers: Judgement = ({ left, term }) =>
	quantities.has(left.role) && quantities.has(term.role);

const hasVariable: Judgement = ({ left }) => variables.has(left.role);

// `epsilon<0.1`, `1+epsilon`
const hasGreek: Judgement = ({ left, term }) =>
	operands.has(left.role) &&
	operands.has(term.role) &&
	(left.role === 'greek' || term.role === 'greek');

/**
 * When no prose could be an operation, by its sign. A command that is no word of English is not
 * looked up, and one that is not listed needs a variable before it, or numbers on both sides.
 */
const judgements: Readonly<Record<string, Judgement>> = {
	'<': hasGreek,
	'>': hasGreek,
	'=': hasGreek,
	'+': hasGreek,
	// `alpha/beta` may be a choice.
	'/': (operation) =>
		hasGreek(operation) &&
		!(operation.left.role === 'greek' && operation.term.role === 'greek'),
	// `x-1` may be a name, `x - 1` a range, a dash.
	'-': never,
	'\\times': isSureProduct,
	// `11.0 pm 1.3`; not `5 pm`
	'\\pm': areNumbers,
	// `x in {0, 1}`, `alpha in [0, 1]`
	'\\in': (operation) => hasVariable(operation) && operation.term.role === 'group',
	// `n to infty`, `beta_2 to 1`
	'\\to': (operation) =>
		hasVariable(operation) &&
		(operation.term.role === 'symbol' || limitRe.test(operation.term.tex)),
	// Words, names, and `p mid q`
	'\\cup': never,
	'\\cap': never,
	'\\star': never,
	'\\div': never,
	'\\vee': never,
	'\\ast': never,
	'\\mid': never,
	// `x sim p`, `2approx2.1`
	'\\approx': (operation) => hasVariable(operation) || areNumbers(operation),
	'\\sim': (operation) => hasVariable(operation) || areNumbers(operation),
	'\\equiv': (operation) => hasVariable(operation) || areNumbers(operation),
};

/** Whether no prose could be an operation, whatever its pieces are. */
export function isSureOperation(operation: Operation): boolean {
	const { left, before, sign } = operation;
	if (!operands.has(left.role) && left.role !== 'group') return false;
	if (sign.isSure) return true;
	const judgement = judgements[sign.tex];
	return judgement
		? judgement(operation)
		: hasVariable(operation) || (areNumbers(operation) && before !== '');
}

/** `16times16`, `n times d`, `224 times 224`, `2 times 2`, `256times 256`, `4.3times 10^5`; not `3 times 10 days`. */
function isSureProduct(operation: Operation): boolean {
	const { left, before, after, term } = operation;
	const factor = /[\d.]+$/.exec(left.tex)?.[0] ?? '';
	const isSquare = factor !== '' && factor === term.tex;
	if (before !== after) return before === '' && factors.has(left.role) && factors.has(term.role);
	if (before === '') return left.role === term.role;
	if (!areNumbers(operation)) return hasVariable(operation) && variables.has(term.role);
	return isSquare || (Number(factor) > 9 && Number(term.tex) > 9);
}

/** An operation as one piece. */
export function joinOperation({ left, before, sign, after, term }: Operation): Piece {
	return join(join(left, before, sign), after, term);
}

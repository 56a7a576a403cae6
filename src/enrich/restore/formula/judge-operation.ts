import { join, operands, variables, type Piece } from './piece.ts';

/** A sign or command between two pieces, with the spaces around it: `n times d`, `x=1`. */
export interface Operation {
	readonly left: Piece;
	readonly before: string;
	readonly sign: Piece;
	readonly after: string;
	readonly term: Piece;
}

type Judgement = (operation: Operation) => boolean;

const never: Judgement = () => false;

const areNumbers: Judgement = ({ left, term }) => left.role === 'number' && term.role === 'number';

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
	// `x in {0, 1}`
	'\\in': ({ left, term }) => left.role === 'letter' && term.role === 'group',
	// `n to infty`
	'\\to': ({ left, term }) => left.role === 'letter' && term.role === 'symbol',
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

/** `16times16`, `n times d`, `224 times 224`, `2 times 2`; not `3 times 10 days`. */
function isSureProduct(operation: Operation): boolean {
	const { left, before, after, term } = operation;
	if (before !== after) return false;
	if (before === '') return left.role === term.role;
	if (!areNumbers(operation)) return hasVariable(operation) && variables.has(term.role);
	const factor = /[\d.]+$/.exec(left.tex)?.[0] ?? '';
	return factor === term.tex || (Number(factor) > 9 && Number(term.tex) > 9);
}

/** An operation as one piece. */
export function joinOperation({ left, before, sign, after, term }: Operation): Piece {
	return join(join(left, before, sign), after, term);
}

import { isSureOperation, joinOperation, type Operation } from './judge-operation.ts';
import { join, operands, piece, sure, variables, type Piece } from './piece.ts';
import { isOperand, isShortWord, isWordBefore } from './prose.ts';
import { readGroup, readTerm } from './read-term.ts';
import { lettersAt, spaceAt, tokenAt, type Context } from './tokens.ts';

// `{=}`: braces against the space that TeX sets around signs
const bracedSignRe = /\{[-=+<>/]\}/y;
// `t/T`, of which `t` was read
const ratioRe = /[A-Za-z]\/[A-Za-z](?![A-Za-z])/y;

// `[3]`
const referenceRe = /^\[\d+\]$/;

/** The signs that stand between two things. */
export const signs = '-+=<>/';

/** A sign behind `left` and what stands behind it: `= 0.98`, `-epsilon`, ` - 1`. */
export function readSignOperation(
	context: Context,
	left: Piece,
	before: '' | ' ',
): Piece | undefined {
	const at = left.end + before.length;
	const sign = context.text[at]!;
	const after = spaceAt(context, at + 1);
	// `10times-20times`, `7.07times/2.86times`: two, and a sign of the sentence
	if (endsWithTimes(left) || !isSpacedAs(sign, before, after)) return undefined;
	const place = at + 1 + after.length;
	const term = readTerm(context, place, 0) ?? readNegative(context, sign, place);
	if (!term || !isOperand(context, term, place)) return undefined;
	const operation = { left, before, sign: piece(at + 1, sign, 'operator'), after, term };
	const both = joinOperation(operation);
	const isSure = both.isSure || isSureOperation(operation) || isRatio(context, operation);
	return { ...both, isSure };
}

/** `-0.86` of `r = -0.86` */
function readNegative(context: Context, sign: string, at: number): Piece | undefined {
	if (!'=<>'.includes(sign) || context.text[at] !== '-') return undefined;
	const number = readTerm(context, at + 1, 0);
	return number?.role === 'number' ? { ...number, tex: `-${number.tex}` } : undefined;
}

/** `N{=}4`: a sign in braces behind `left`, and what stands behind it. */
export function readBracedSignOperation(context: Context, left: Piece): Piece | undefined {
	const sign = tokenAt(context, bracedSignRe, left.end);
	if (!sign) return undefined;
	const minus = tokenAt(context, bracedSignRe, sign.end);
	const place = minus?.end ?? sign.end;
	const term = readTerm(context, place, 0);
	if (!term || !isOperand(context, term, place)) return undefined;
	const { text: tex, end } = sign;
	return sure(join(join(left, '', piece(end, tex, 'operator')), minus?.text ?? '', term));
}

function endsWithTimes({ tex }: Piece): boolean {
	return tex.endsWith('\\times') || tex.endsWith('\\times}');
}

/** `a / b`, `a/b`, `a - b`, `a -b`; not `a/ b`, `a- b`. */
function isSpacedAs(sign: string, before: string, after: string): boolean {
	if (sign === '/') return before === after;
	return sign !== '-' || before !== '' || after === '';
}

/** `1 - t/T` */
function isRatio(context: Context, { left, before, term }: Operation): boolean {
	return (
		left.role === 'number' &&
		before === ' ' &&
		tokenAt(context, ratioRe, term.end - 1) !== undefined
	);
}

/** A command behind `left` and what stands behind it: `times d`, `leq 10`, `rightarrow 70.3`. */
export function readCommandOperation(
	context: Context,
	left: Piece,
	before: '' | ' ',
	command: Piece,
): Piece | undefined {
	// `15times in O(n^2) time` has a word: only a variable is an element of something.
	if (command.tex === '\\in' && !variables.has(left.role)) return undefined;
	return (
		readWithTerm(context, left, before, command) ??
		readMultiplier(context, left, before, command)
	);
}

function readWithTerm(
	context: Context,
	left: Piece,
	before: '' | ' ',
	sign: Piece,
): Piece | undefined {
	const after = spaceAt(context, sign.end);
	const at = sign.end + after.length;
	const term = readBehindSign(context, left, sign, at);
	if (!term || !isOperand(context, term, at)) return undefined;
	const operation = { left, before, sign, after, term };
	const isSure =
		isSureOperation(operation) ||
		((left.isSure || term.isSure) &&
			!isWordBefore(context, sign, at) &&
			(sign.tex !== '\\times' || after === before));
	return isSure ? sure(joinOperation(operation)) : undefined;
}

function readBehindSign(context: Context, left: Piece, sign: Piece, at: number): Piece | undefined {
	const interval = sign.tex === '\\in' ? readInterval(context, at) : undefined;
	if (interval) return interval;
	const isRelation = sign.role === 'relation';
	// `200mtimes130m`
	const hasUnit = isRelation || left.tex.endsWith('}');
	return (
		readTerm(context, at, 0, hasUnit) ??
		(isRelation ? readShortProduct(context, at) : undefined)
	);
}

/** `[0, 1)`, `[n]`: what something is in; not `(a)` or the reference `[3]`. */
function readInterval(context: Context, at: number): Piece | undefined {
	const bracket = context.text[at]!;
	if (bracket !== '(' && bracket !== '[') return undefined;
	const group = readGroup(context, at, 1);
	const isSet =
		group?.tex.includes(',') || (bracket === '[' && !referenceRe.test(group?.tex ?? ''));
	return isSet ? group : undefined;
}

/** `hwd` of `T ll hwd`. */
function readShortProduct(context: Context, at: number): Piece | undefined {
	const run = lettersAt(context, at);
	if (!run || run.text.length > 3 || context.isWord(run.text) || isShortWord(run.text))
		return undefined;
	return piece(run.end, run.text, 'letter');
}

/** `15times` */
function readMultiplier(
	{ text }: Context,
	left: Piece,
	before: string,
	command: Piece,
): Piece | undefined {
	const isGlued = before === '' && !/[a-z]/.test(text[command.end] ?? ' ');
	const isNumber = operands.has(left.role) && left.role !== 'greek';
	return endsWithTimes(command) && isGlued && isNumber
		? sure(join(left, '', command))
		: undefined;
}

import { loseBrackets } from './losses.ts';
import { join, joiners, lost, sure, type Piece, type Role } from './piece.ts';
import { isIdentifier, isWordLetter } from './prose.ts';
import { readCommand } from './read-command.ts';
import {
	readCommandOperation,
	readSignOperation,
	readTimesBeforeName,
	signs,
} from './read-operation.ts';
import { isShortArgument, readGroup, readScript, readSized, readTerm } from './read-term.ts';
import { digitRe, isSingleLetter, letterRe, spaceAt, type Context } from './tokens.ts';

/**
 * The expression that begins here, as long as it can be; sure or not. It is read by recursive
 * descent: in the open text with care for spaces, commas and words, while within the brackets of a
 * formula nearly everything belongs to it.
 */
export function readFormula(context: Context, start: number): Piece | undefined {
	let formula = readFirst(context, start);
	while (formula && !formula.isLost) {
		const longer = readNext(context, formula, start);
		if (!longer) break;
		formula = longer;
	}
	return formula;
}

/** `^2` of `EMPO^2`, where what it stands on is a name and no part of the formula. */
export function readLoneScript(context: Context, start: number): Piece | undefined {
	const isBraced = context.text[start + 1] === '{';
	if (context.text[start] === '_' && !isBraced) return undefined;
	const script = readScript(context, start, 0);
	return script && sure(script, 'scripted');
}

function readFirst(context: Context, start: number): Piece | undefined {
	if (isIdentifier(context, start)) return undefined;
	return readTerm(context, start, 0) ?? readPrefix(context, start);
}

// Words, where nothing stands before them.
const neverFirst: ReadonlySet<string> = new Set(['\\in', '\\mid', '\\ne']);

/** `leq 7`, `sim20%`, `rightarrow`: a relation with nothing before it. */
function readPrefix(context: Context, start: number): Piece | undefined {
	const relation = readCommand(context, start);
	if (!relation) return undefined;
	if (relation.role === 'arrow' && relation.isSure) return relation;
	if (relation.role !== 'relation' || neverFirst.has(relation.tex)) return undefined;
	const space = spaceAt(context, relation.end);
	const term = readTerm(context, relation.end + space.length, 0, true);
	if (!term) return undefined;
	// `le`, `sim` and `approx` are words too: a number makes them signs.
	const isSign = relation.isSure || term.role === 'number' || term.role === 'percent';
	return isSign ? sure(join(relation, space, term)) : undefined;
}

/** One step further than `left`, or nothing where it ends. */
function readNext(context: Context, left: Piece, start: number): Piece | undefined {
	if (left.end >= context.limit) return undefined;
	const next = context.text[left.end]!;
	if (next === ' ') return readBehindSpace(context, left);
	if (signs.includes(next)) return readSignOperation(context, left, '');
	if (letterRe.test(next)) return readLettersBehind(context, left);
	if (digitRe.test(next)) return readIndexBehind(context, left);
	switch (next) {
		case ',':
			return readElementBehind(context, left);
		case '{':
			return readBracesBehind(context, left);
		case '(':
		case '[':
			return readCall(context, left, start);
		default:
			return undefined;
	}
}

/** `x_1,x_2` */
function readElementBehind(context: Context, left: Piece): Piece | undefined {
	const term = left.role === 'scripted' ? readTerm(context, left.end + 1, 0) : undefined;
	return term?.role === 'scripted' ? join(left, ',', term) : undefined;
}

/** `nk{m}` was `\frac{nk}{…}`, and nobody knows what of. */
function readBracesBehind(context: Context, left: Piece): Piece | undefined {
	const braced = left.isSure ? readGroup(context, left.end, 1) : undefined;
	return braced && lost(join(left, '', braced));
}

/** `theta1` */
function readIndexBehind(context: Context, left: Piece): Piece | undefined {
	const isName = left.role === 'greek' && context.text[left.end - 1] !== '}';
	return isName ? append(left, readTerm(context, left.end, 0)) : undefined;
}

// `O(n)` is a formula where `f(n)` could be anything.
const orderLetters: ReadonlySet<string> = new Set(['O', 'o', 'Theta', 'Omega']);
const callers: Readonly<Record<string, ReadonlySet<Role>>> = {
	'(': new Set<Role>(['letter', 'greek', 'scripted', 'function', 'accent']),
	'[': new Set<Role>(['letter', 'scripted']),
};

/** `O(n log n)`: something and brackets directly behind it. */
function readCall(context: Context, left: Piece, start: number): Piece | undefined {
	const { text } = context;
	if (!callers[text[left.end]!]!.has(left.role)) return undefined;
	const group = readGroup(context, left.end, 1);
	const isOrder = orderLetters.has(text.slice(start, left.end));
	if (group) {
		const isCall = isOrder || (left.role === 'function' && isShortArgument(group));
		return {
			...join(left, '', group),
			role: 'call',
			isSure: isCall || left.isSure || group.isSure,
		};
	}
	// Brackets that cannot be read whole: nothing of such a formula is set.
	const isLost = isOrder || (left.isSure && left.role === 'function');
	return isLost ? loseBrackets(context, left) : undefined;
}

/** Letters directly behind a piece: a command, or a single factor. */
function readLettersBehind(context: Context, left: Piece): Piece | undefined {
	const { end } = left;
	const command = readCommand(context, end) ?? readTimesBeforeName(context, left);
	if (command) return continuations[command.role]?.(context, left, command);
	// `n^2d`, `f(x)y`
	const mayBeFactor = left.role === 'scripted' || left.role === 'call';
	return mayBeFactor && isSingleLetter(context, end)
		? append(left, readTerm(context, end, 0))
		: undefined;
}

type Continuation = (context: Context, left: Piece, command: Piece) => Piece | undefined;

/** Read a command directly behind a piece, by what it does. */
const continuations: Partial<Readonly<Record<Role, Continuation>>> = {
	relation: readOperation,
	operator: readOperation,
	arrow: readOperation,
	greek: readFactor,
	symbol: readFactor,
	function: readFactor,
	open: readFactor,
	size: readSizedBehind,
};

/** `15times`, `deltageq 1` */
function readOperation(context: Context, left: Piece, command: Piece): Piece | undefined {
	return readCommandOperation(context, left, '', command);
}

/** `nlog n`, `x_1alpha` */
function readFactor(context: Context, left: Piece): Piece | undefined {
	const isBase = left.isSure || left.role === 'letter';
	return isBase ? append(left, readTerm(context, left.end, 0)) : undefined;
}

/** `Oleft(n^2right)` */
function readSizedBehind(context: Context, left: Piece, command: Piece): Piece | undefined {
	const group = readSized(context, command);
	return group && sure(join(left, '', group));
}

function readBehindSpace(context: Context, left: Piece): Piece | undefined {
	const at = left.end + 1;
	if (isWordLetter(left) || at >= context.limit) return undefined;
	const next = context.text[at]!;
	if (signs.includes(next)) return readSignOperation(context, left, ' ');
	if (next === '(') return readSpacedOrder(context, left);
	const command = readCommand(context, at);
	return command && joiners.has(command.role)
		? readCommandOperation(context, left, ' ', command)
		: readProduct(context, left);
}

/** `O (n^2)` */
function readSpacedOrder(context: Context, left: Piece): Piece | undefined {
	const group = left.tex === 'O' ? readGroup(context, left.end + 1, 1) : undefined;
	return group?.isSure ? sure(join(left, ' ', group), 'call') : undefined;
}

/** What a space parts is one only where both sides say so: `f_i p_i`, `N_E sum_{i=1}`, `D^{-1} exp(QK^top) V`. */
function readProduct(context: Context, left: Piece): Piece | undefined {
	const at = left.end + 1;
	if (left.role === 'scripted' && left.isSure) {
		const term = readTerm(context, at, 0);
		const isFactor = term?.role === 'scripted' || (term?.role === 'call' && term.isSure);
		return isFactor ? join(left, ' ', term!) : undefined;
	}
	const isProduct = left.role === 'call' && left.tex.includes(' ');
	return isProduct && /[B-HJ-Z]/.test(context.text[at]!) && isSingleLetter(context, at)
		? append(left, readTerm(context, at, 0), ' ')
		: undefined;
}

function append(left: Piece, right: Piece | undefined, between = ''): Piece | undefined {
	return right && join(left, between, right);
}

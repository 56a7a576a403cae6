import { loseBrackets } from './losses.ts';
import { join, joiners, lost, quantities, sure, type Piece, type Role } from './piece.ts';
import { isIdentifier, isWordLetter } from './prose.ts';
import { readCommand } from './read-command.ts';
import {
	readBracedSignOperation,
	readCommandOperation,
	readSignOperation,
	signs,
} from './read-operation.ts';
import { isShortArgument, readGroup, readScript, readSized, readTerm } from './read-term.ts';
import {
	greekLetterAt,
	isSingleLetter,
	letterRe,
	spaceAt,
	tokenAt,
	type Context,
} from './tokens.ts';

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

// `_2` of `CO_2`, `_c` of `F1_c`
const indexOfNameRe = /(?<=[A-Z]1?)_[a-z\d](?![A-Za-z\d_])/y;

/** `^2` of `EMPO^2`, where what it stands on is a name and no part of the formula. */
export function readLoneScript(context: Context, start: number): Piece | undefined {
	const isBraced = context.text[start + 1] === '{';
	if (context.text[start] === '_' && !isBraced && !tokenAt(context, indexOfNameRe, start))
		return undefined;
	const script = readScript(context, start, 0);
	return script && sure(script, 'scripted');
}

function readFirst(context: Context, start: number): Piece | undefined {
	if (isIdentifier(context, start)) return undefined;
	return readTerm(context, start, 0) ?? readPrefix(context, start);
}

// Words, where nothing stands before them.
const neverFirst: ReadonlySet<string> = new Set(['\\in', '\\mid', '\\ne']);

/** `leq 7`, `sim20%`, `neq`: a sign with nothing before it. */
function readPrefix(context: Context, start: number): Piece | undefined {
	const sign = readCommand(context, start);
	if (!sign || !joiners.has(sign.role)) return undefined;
	return readSigned(context, sign, start) ?? (sign.isSure ? sign : undefined);
}

// `pm 0.06`, `(times 4)`: operators that a number follows where nothing stands before them
const signsOfNumbers: ReadonlySet<string> = new Set(['\\pm', '\\times']);

/** `leq 7`, `sim20%`, `pm 5` */
function readSigned(context: Context, sign: Piece, start: number): Piece | undefined {
	const isRelation = sign.role === 'relation' && !neverFirst.has(sign.tex);
	if (!isRelation && !signsOfNumbers.has(sign.tex)) return undefined;
	const space = spaceAt(context, sign.end);
	const term = readTerm(context, sign.end + space.length, 0, true);
	if (!term) return undefined;
	// `le`, `sim` and `approx` are words too: a number makes them signs.
	const isSign = sign.isSure || isSignOfNumber(context, sign, start, term);
	if (!isSign) return undefined;
	return standsAlone(context, space, term) ? sure(sign) : sure(join(sign, space, term));
}

// `39\mathrm{K}`
const unitRe = /\}$/;

/** Whether authors set the sign alone: most do in `sim20`, `sim39K`, `sim 20\%`, few in `sim 20%`. */
function standsAlone({ text }: Context, space: string, { tex, role, end }: Piece): boolean {
	if (role !== 'number') return false;
	return space === '' || unitRe.test(tex) || text[end] === '\\';
}

// `10^3`
const powerRe = /^\d+\^[\d{]/;
// `real-to-sim 3D`: part of a name
const partRe = /[A-Za-z]-$/;
// `sim2real`, `sim2sim`; not `sim2times`
const wordBehindRe = /^(?!times)(?:[A-Za-z]{3}|sim)/;

/** Whether a number makes a sign of what is a word as well: of `sim20%`, not of `sim2real` or `several times 4`. */
function isSignOfNumber({ text }: Context, sign: Piece, start: number, term: Piece): boolean {
	const isNumber = quantities.has(term.role) || powerRe.test(term.tex);
	if (!isNumber || partRe.test(text.slice(Math.max(0, start - 2), start))) return false;
	if (sign.tex === '\\times' && text[sign.end] === ' ' && text[start - 1] !== '(') return false;
	return !wordBehindRe.test(text.slice(term.end, term.end + 5));
}

/** One step further than `left`, or nothing where it ends. */
function readNext(context: Context, left: Piece, start: number): Piece | undefined {
	if (left.end >= context.limit) return undefined;
	const next = context.text[left.end]!;
	if (next === ' ') return readBehindSpace(context, left);
	if (signs.includes(next)) return readSignOperation(context, left, '');
	if (letterRe.test(next)) return readLettersBehind(context, left);
	switch (next) {
		case ',':
			return readElementBehind(context, left);
		case '{':
			return readSignInBraces(context, left) ?? readBracesBehind(context, left);
		case '(':
		case '[':
			return readCall(context, left, start);
		default:
			return greekLetterAt(context, left.end) ? readFactor(context, left) : undefined;
	}
}

/** `16{times}16`, `N{=}4` */
function readSignInBraces(context: Context, left: Piece): Piece | undefined {
	const command = readCommand(context, left.end);
	return command
		? readCommandOperation(context, left, '', command)
		: readBracedSignOperation(context, left);
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

// `O(n)` is a formula where `f(n)` could be anything.
const orderLetters: ReadonlySet<string> = new Set(['O', 'o', 'Theta', 'Omega', 'Θ', 'Ω', '{O}']);
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
	const command = readCommand(context, end);
	if (command) return continuations[command.role]?.(context, left, command);
	// `n^2d`, `f(x)y`
	const mayBeFactor = left.role === 'scripted' || left.role === 'call' || left.role === 'greek';
	const factor =
		mayBeFactor && isSingleLetter(context, end) ? readTerm(context, end, 0) : undefined;
	// `ΔR_{adj}`; `μP` is a name
	return left.role !== 'greek' || factor?.role === 'scripted' ? append(left, factor) : undefined;
}

type Continuation = (context: Context, left: Piece, command: Piece) => Piece | undefined;

/** Read a command directly behind a piece, by what it does. */
const continuations: Partial<Readonly<Record<Role, Continuation>>> = {
	relation: readOperation,
	operator: readOperation,
	arrow: readOperation,
	greek: readFactor,
	symbol: readFactor,
	function: readApplied,
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

/** `nlog n`, `5log n`, `mlog^2 n` */
function readApplied(context: Context, left: Piece): Piece | undefined {
	const applied = readTerm(context, left.end, 0);
	const isFactor = applied?.isSure || left.isSure || left.role === 'letter';
	return isFactor ? append(left, applied) : undefined;
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
	const command = readCommand(context, at);
	return command && joiners.has(command.role)
		? readCommandOperation(context, left, ' ', command)
		: readProduct(context, left);
}

// `Delta t`, `nabla L`, `W^top W`: what a letter behind a space belongs to
const appliedRe = /(?:\\(?:Delta|nabla|partial)|\^(?:\\top|T))$/;
const wordLetterRe = /[AaI]/;
// `Delta t-Mamba`, `Delta U2`, `Delta T's`
const partBehindRe = /[-\d']/;

/** What a space parts is one only where both sides say so: `f_i p_i`, `N_E sum_{i=1}`. */
function readProduct(context: Context, left: Piece): Piece | undefined {
	if (appliedRe.test(left.tex) && isFactorAt(context, left.end + 1))
		return sure(join(left, ' ', readTerm(context, left.end + 1, 0)!));
	if (left.role !== 'scripted' || !left.isSure) return undefined;
	const term = readTerm(context, left.end + 1, 0);
	const isFactor = term?.role === 'scripted' || (term?.role === 'call' && term.isSure);
	return isFactor ? join(left, ' ', term!) : undefined;
}

/** Whether one letter stands here, and is no word or part of a name. */
function isFactorAt(context: Context, at: number): boolean {
	return (
		isSingleLetter(context, at) &&
		!wordLetterRe.test(context.text[at]!) &&
		!partBehindRe.test(context.text[at + 1] ?? ' ')
	);
}

function append(left: Piece, right: Piece | undefined): Piece | undefined {
	return right && join(left, '', right);
}

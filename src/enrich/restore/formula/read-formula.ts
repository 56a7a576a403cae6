import { texCommands, type Command } from './tex-commands.ts';

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
	/** The Greek letters in it, by name. */
	readonly greek: readonly string[];
}

type Role =
	| Command['role']
	| 'number'
	| 'letter'
	| 'letters'
	| 'group'
	| 'scripted'
	| 'percent'
	| 'call';

// What is longer is no formula of an abstract. These bounds make reading linear, whatever the text.
const longestFormula = 200;
const deepestNesting = 8;

const runRe = /[A-Za-z]+/y;
// `1.5`, `30,000`, `14{,}056`
const numberRe = /\d{1,3}(?:(?:,|\{,\})\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/y;
// `{16}` of `\frac{1}{16}`
const denominatorRe = /\{\d+\}/y;
// `175B`, `50K`
const unitRe = /[KMBTG](?![A-Za-z0-9])/y;
// `{=}`: braces against the space that TeX sets around signs
const bracedSignRe = /\{[-=,+<>/]\}/y;
// `{1} `: braces around what TeX should take as one
const bracedWordRe = /\{[A-Za-z0-9]+\}/y;
// `sqrt[3]{log n}`: the one command whose argument the feed leaves in braces
const rootRe = /\[\d\](?=\{)/y;
// `8timesRTX`
const timesRe = /times(?=[A-Z])/y;
// `t/T`
const ratioRe = /[A-Za-z]\/[A-Za-z](?![A-Za-z])/y;
// `x_train`, `Sen2_MTC_Old`: names of programs and data sets
const identifierRe = /[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+/y;
const lettersRe = /^[A-Za-z]+$/;
const digitRe = /\d/;
const letterRe = /[A-Za-z]/;
const wordCharacterRe = /[A-Za-z0-9\\_@#]/;

const closers: Readonly<Record<string, string>> = { '(': ')]', '[': ')]', '{': '}', '|': '|' };

// Single letters that are words.
const wordLetters: ReadonlySet<string> = new Set(['a', 'A', 'I']);
// `O(n)` is a formula where `f(n)` could be anything.
const orderLetters: ReadonlySet<string> = new Set(['O', 'o', 'Theta', 'Omega']);
/** Words of two and three letters that are no factors of a product, wherever they stand. */
export const shortWords: ReadonlySet<string> = new Set(
	'the and for are was all any our its but not can has use via per of is it we or on by as at an be if so no up us vs new two one see ours eg ie et al'.split(
		' ',
	),
);
// `O(n^2)`: nothing is written to be an element of that
const orderCallRe = /(?:O|o|Theta|Omega)\(/y;
const operands: ReadonlySet<Role> = new Set([
	'number',
	'letter',
	'greek',
	'symbol',
	'scripted',
	'call',
	'percent',
]);
const variables: ReadonlySet<Role> = new Set(['letter', 'greek', 'symbol', 'scripted']);

/**
 * Reads formulas by recursive descent. In the open text it is strict about spaces, commas and
 * words; within the brackets of a formula nearly everything belongs to it.
 */
export class FormulaReader {
	readonly #text: string;
	readonly #isWord: (word: string) => boolean;
	/** Beyond which nothing is read. */
	readonly #to: number;
	#limit: number;

	constructor(text: string, to: number, isWord: (word: string) => boolean) {
		this.#text = text.slice(0, to);
		this.#to = to;
		this.#limit = to;
		this.#isWord = isWord;
	}

	/** The expression that begins here, as long as it can be; sure or not. */
	read(start: number): Piece | undefined {
		this.#limit = Math.min(this.#to, start + longestFormula);
		let piece = this.#readFirst(start);
		while (piece && !piece.isLost) {
			const longer: Piece | undefined = this.#readNext(piece, start);
			if (!longer) break;
			piece = longer;
		}
		return piece;
	}

	/** `^2` of `EMPO^2`, where what it stands on is a name and no part of the formula. */
	readLoneScript(start: number): Piece | undefined {
		this.#limit = Math.min(this.#to, start + longestFormula);
		const isBraced = this.#text[start + 1] === '{';
		if (this.#text[start] === '_' && !isBraced) return undefined;
		const script = this.#readScript(start, 0);
		return script && { ...script, role: 'scripted', isSure: true };
	}

	/** Where the word ends that stands here: a run of letters, a number or an identifier. */
	endOfWord(start: number): number {
		return (
			this.#match(identifierRe, start)?.end ??
			this.#match(runRe, start)?.end ??
			this.#match(numberRe, start)?.end ??
			start + 1
		);
	}

	isIdentifier(start: number): boolean {
		const name = this.#match(identifierRe, start);
		if (!name) return false;
		const [first, ...others] = name.text.split('_');
		const isName = (part: string): boolean =>
			part.length > 1 && /[A-Za-z]/.test(part) && !this.#isChain(part.replace(/\d+$/, ''));
		return isName(first!) || others.some((part) => isName(part.replace(/^\d/, '')));
	}

	#readFirst(start: number): Piece | undefined {
		if (this.isIdentifier(start)) return undefined;
		return this.#readTerm(start, 0) ?? this.#readPrefix(start);
	}

	/** `leq 7`, `sim20%`, `rightarrow`: a relation with nothing before it. */
	#readPrefix(start: number): Piece | undefined {
		const name = this.#match(runRe, start);
		if (!name) return undefined;
		const relation = this.#readCommand(start);
		if (!relation) return undefined;
		if (relation.role === 'arrow' && relation.isSure) return relation;
		if (relation.role !== 'relation' || relation.tex === '\\in') return undefined;
		const space = this.#spaces(relation.end, 1);
		const term = this.#readTerm(relation.end + space.length, 0, true);
		// `le`, `sim` and `approx` are words too: a number makes them signs.
		if (!term || (!relation.isSure && term.role !== 'number' && term.role !== 'percent'))
			return undefined;
		if (relation.tex === '\\mid' || relation.tex === '\\ne') return undefined;
		return { ...join(relation, space, term), isSure: true };
	}

	/** One step further than `left`, or nothing where it ends. */
	#readNext(left: Piece, start: number): Piece | undefined {
		const text = this.#text;
		const { end } = left;
		if (end >= this.#limit) return undefined;
		const next = text[end]!;
		if (next === ' ') return this.#readAfterSpace(left);
		if (next === ',') {
			const term = left.role === 'scripted' ? this.#readTerm(end + 1, 0) : undefined;
			return term?.role === 'scripted' ? join(left, ',', term) : undefined;
		}
		if (next === '{') {
			// `nk{m}` was `\frac{nk}{…}`, and nobody knows what of.
			if (left.isSure || !digitRe.test(text[end - 1]!)) {
				const braced = this.#readGroup(end, 1);
				if (left.isSure && braced) return { ...join(left, '', braced), isLost: true };
			}
			return undefined;
		}
		if ('-+=<>/'.includes(next)) return this.#readOperation(left, '', end);
		if (letterRe.test(next)) {
			const command = this.#readCommand(end) ?? this.#readTimes(left);
			if (command) return this.#continueWith(left, '', command);
			return this.#isSingleLetter(end) && (left.role === 'scripted' || left.role === 'call')
				? this.#append(left, '', this.#readTerm(end, 0))
				: undefined;
		}
		if (next === '(' || next === '[') {
			const isBase =
				left.role === 'letter' ||
				left.role === 'greek' ||
				left.role === 'scripted' ||
				left.role === 'function' ||
				left.role === 'accent';
			if (!isBase || (next === '[' && left.role !== 'letter' && left.role !== 'scripted'))
				return undefined;
			return this.#readCall(left, end, start);
		}
		if (digitRe.test(next) && left.role === 'greek' && text[end - 1] !== '}')
			return this.#append(left, '', this.#readTerm(end, 0));
		return undefined;
	}

	/** `times` of `8timesRTX`, behind a number. */
	#readTimes({ end, role }: Piece): Piece | undefined {
		const times = role === 'number' ? this.#match(timesRe, end) : undefined;
		return times && { ...nothing, end: times.end, tex: '\\times', role: 'operator' };
	}

	#readAfterSpace(left: Piece): Piece | undefined {
		if (wordLetters.has(left.tex)) return undefined;
		const space = this.#spaces(left.end, 1);
		const at = left.end + space.length;
		if (at >= this.#limit) return undefined;
		const next = this.#text[at]!;
		if ('-+=<>/'.includes(next)) return this.#readOperation(left, space, at);
		if (next === '(') {
			if (left.tex !== 'O') return undefined;
			const group = this.#readGroup(at, 1);
			return group?.isSure ? { ...join(left, space, group), role: 'call' } : undefined;
		}
		const command = letterRe.test(next) ? this.#readCommand(at) : undefined;
		if (command && 'relation operator arrow'.includes(command.role))
			return this.#continueWith(left, space, command);
		if (left.role === 'function' || left.role === 'font' || left.role === 'accent')
			return undefined;
		// `f_i p_i`, `N_E sum_{i=1}`, `D^{-1} exp(QK^top) V`
		if (left.role === 'scripted' && left.isSure) {
			const term = this.#readTerm(at, 0);
			if (term && (term.role === 'scripted' || (term.role === 'call' && term.isSure)))
				return join(left, space, term);
		}
		if (
			left.role === 'call' &&
			left.tex.includes(' ') &&
			/[B-HJ-Z]/.test(next) &&
			this.#isSingleLetter(at)
		) {
			return this.#append(left, space, this.#readTerm(at, 0));
		}
		return undefined;
	}

	/** A sign and what stands behind it: `= 0.98`, `-epsilon`, ` - 1`. */
	#readOperation(left: Piece, before: string, at: number): Piece | undefined {
		const sign = this.#text[at]!;
		// `10times-20times`, `7.07times/2.86times`: two, and a sign of the sentence
		if (left.tex.endsWith('\\times')) return undefined;
		const after = this.#spaces(at + 1, 1);
		const term = this.#readTerm(at + 1 + after.length, 0);
		if (!term || !this.#isOperand(term, at + 1 + after.length)) return undefined;
		if (sign === '/' && before !== after) return undefined;
		if (sign === '-' && before === '' && after !== '') return undefined;
		// `x-1` may be a name, `x - 1` a range, a dash.
		const hasGreek = left.role === 'greek' || term.role === 'greek';
		// `1 - t/T`
		const isRatio =
			left.role === 'number' &&
			before === ' ' &&
			this.#match(ratioRe, term.end - 1) !== undefined;
		const isBound =
			'<>=+/'.includes(sign) &&
			hasGreek &&
			operands.has(left.role) &&
			operands.has(term.role) &&
			!(left.role === 'greek' && term.role === 'greek' && sign === '/');
		return {
			...join(left, before + sign + after, term),
			isSure: left.isSure || term.isSure || isBound || isRatio,
		};
	}

	/** A command behind `left`, and what it needs: `times d`, `leq 10`, `rightarrow 70.3`. */
	#continueWith(left: Piece, before: string, command: Piece): Piece | undefined {
		const { role } = command;
		if (role === 'size') {
			const group = this.#readSized(command);
			return group && this.#append(left, before, group, true);
		}
		if (role === 'greek' || role === 'symbol' || role === 'function' || role === 'open') {
			if (before !== '') return undefined;
			const term = this.#readTerm(left.end, 0);
			return term && (left.isSure || left.role === 'letter')
				? this.#append(left, '', term)
				: undefined;
		}
		if (role !== 'relation' && role !== 'operator' && role !== 'arrow') return undefined;
		// `15times in O(n^2) time` has a word: only a variable is an element of something.
		if (command.tex === '\\in' && !variables.has(left.role)) return undefined;
		const after = this.#spaces(command.end, 1);
		const at = command.end + after.length;
		const isTimes = command.tex === '\\times';
		const term = this.#readTerm(at, 0, role === 'relation') ?? this.#readShortProduct(at, role);
		if (term && this.#isOperand(term, at) && !(isTimes && after === '' && before !== '')) {
			const isSure = this.#isSureOperation(left, before, command, after, term);
			const isWord =
				command.tex === '\\to' ||
				(command.tex === '\\in' && this.#match(orderCallRe, at) !== undefined);
			if (isSure || (!isWord && (left.isSure || term.isSure))) {
				const both = join(join(left, before, command), after, term);
				if (!isTimes || isSure || after === before) return { ...both, isSure: true };
			}
		}
		// `15times`, `8timesRTX`
		const isGlued = before === '' && !/[a-z]/.test(this.#text[command.end] ?? ' ');
		if (isTimes && isGlued && operands.has(left.role) && left.role !== 'greek') {
			return { ...join(left, '', command), isSure: true };
		}
		return undefined;
	}

	#isSureOperation(
		left: Piece,
		before: string,
		{ tex, isSure }: Piece,
		after: string,
		term: Piece,
	): boolean {
		if (!operands.has(left.role) && left.role !== 'group') return false;
		const areNumbers = left.role === 'number' && term.role === 'number';
		if (tex === '\\times') {
			if (before !== after) return false;
			if (before === '') return left.role === term.role || areNumbers;
			if (areNumbers)
				return (
					sameNumber(left, term) || (Number(lastNumber(left)) > 9 && Number(term.tex) > 9)
				);
			return variables.has(left.role) && variables.has(term.role);
		}
		if (tex === '\\pm') return areNumbers;
		if (isSure) return true;
		if (tex === '\\in') return term.role === 'group' && left.role === 'letter';
		if (tex === '\\to') return left.role === 'letter' && term.role === 'symbol';
		if (
			tex === '\\cup' ||
			tex === '\\cap' ||
			tex === '\\star' ||
			tex === '\\div' ||
			tex === '\\vee' ||
			tex === '\\ast' ||
			tex === '\\mid'
		)
			return false;
		if (tex === '\\approx' || tex === '\\sim' || tex === '\\equiv')
			return variables.has(left.role) || areNumbers;
		return variables.has(left.role) || (areNumbers && before !== '');
	}

	/** `hwd` of `T ll hwd`. */
	#readShortProduct(at: number, role: Role): Piece | undefined {
		const run = role === 'relation' ? this.#match(runRe, at) : undefined;
		if (!run || run.text.length > 3 || this.#isWord(run.text) || shortWords.has(run.text))
			return undefined;
		return { ...nothing, end: run.end, tex: run.text, role: 'letter' };
	}

	/** Whether a term may stand behind a sign in the open text. `a` may not: `x_i - a method`. */
	#isOperand(term: Piece, at: number): boolean {
		if (term.role === 'function' || term.role === 'letters') return false;
		const isWordLetter = term.end === at + 1 && wordLetters.has(this.#text[at]!);
		return !isWordLetter || !/[ ,]/.test(this.#text[term.end] ?? ' ');
	}

	#append(
		left: Piece,
		between: string,
		right: Piece | undefined,
		isSure = false,
	): Piece | undefined {
		return (
			right && {
				...join(left, between, right),
				isSure: isSure || left.isSure || right.isSure,
			}
		);
	}

	/** `O(n log n)`: something and brackets directly behind it. */
	#readCall(left: Piece, at: number, start: number): Piece | undefined {
		const group = this.#readGroup(at, 1);
		const isOrder = orderLetters.has(this.#text.slice(start, at));
		if (group) {
			const isCall = isOrder || (left.role === 'function' && isShort(group));
			const isSure = isCall || left.isSure || group.isSure;
			return { ...join(left, '', group), role: 'call', isSure };
		}
		// Brackets that cannot be read whole: nothing of such a formula is set.
		if (!left.isSure && !isOrder) return undefined;
		if (!isOrder && left.role !== 'function') return undefined;
		const end = this.#endOfBrackets(at);
		return end === undefined ? undefined : { ...left, end, isLost: true };
	}

	/** A number, letter, command or group, with its scripts. `hasUnit`: `175B` is wanted whole. */
	#readTerm(at: number, depth: number, hasUnit = false): Piece | undefined {
		const base = this.#readAtom(at, depth, hasUnit);
		if (!base) return undefined;
		let piece = base;
		// One of each: a second `^` on one base is an error of TeX.
		let marks = "^_'";
		while (piece.end < this.#limit && marks.includes(this.#text[piece.end]!)) {
			const script = this.#readScript(piece.end, depth);
			if (!script) {
				if (this.#text[piece.end] === "'") break;
				return undefined;
			}
			marks = marks.replace(this.#text[piece.end]!, '');
			const isPrime = this.#text[piece.end] === "'";
			piece = {
				...join(piece, '', script),
				role: 'scripted',
				isSure: piece.isSure || !isPrime,
			};
		}
		if (piece.role === 'scripted' && base.role === 'function') return this.#readArgument(piece);
		return piece;
	}

	#readScript(at: number, depth: number): Piece | undefined {
		const mark = this.#text[at]!;
		if (mark === "'") {
			// `x'(t)`, and not `RNN's`
			return /[(,=]/.test(this.#text[at + 1] ?? '')
				? { ...nothing, end: at + 1, tex: "'", role: 'scripted' }
				: undefined;
		}
		const next = this.#text[at + 1];
		if (next === undefined || at + 1 >= this.#limit) return undefined;
		if (next === '{') {
			const group = this.#readGroup(at + 1, depth + 1, true);
			return group && { ...group, tex: mark + group.tex };
		}
		const one = (length: number): Piece => {
			const tex = this.#text.slice(at, at + 1 + length);
			return { ...nothing, end: at + 1 + length, tex, role: 'scripted' };
		};
		if (digitRe.test(next)) {
			const number = this.#match(numberRe, at + 1)!;
			// `10^15` would be set as 10¹5; `pi_0.5` is what its authors call it.
			if (number.text.length === 1) return one(1);
			return mark === '_' && number.text.includes('.') ? one(number.text.length) : undefined;
		}
		if ('*+'.includes(next) || (next === '-' && !/[\d.]/.test(this.#text[at + 2] ?? '')))
			return one(1);
		const run = this.#match(runRe, at + 1);
		if (!run) return undefined;
		if (run.text.length === 1) return one(1);
		const command = this.#readCommand(at + 1, true);
		if (command) return { ...command, tex: mark + command.tex, role: 'scripted' };
		// `n^dright)`: one letter, and commands behind it
		const rest = run.text.slice(1);
		return this.#isChain(rest) || (depth > 0 && rest.length <= 2) ? one(1) : undefined;
	}

	#readAtom(at: number, depth: number, hasUnit: boolean): Piece | undefined {
		if (at >= this.#limit || depth > deepestNesting) return undefined;
		const character = this.#text[at]!;
		if (digitRe.test(character)) return this.#readNumber(at, hasUnit);
		if (letterRe.test(character)) return this.#readWord(at, depth);
		if (character === '(' || character === '[') {
			const group = this.#readGroup(at, depth + 1);
			if (depth > 0 || !group) return group;
			// `(ge 175B)` is in brackets of the sentence, `(1+epsilon)-approximate` in its own.
			const isOwn = /^(?:-[a-z]|[\^_])/.test(this.#text.slice(group.end, group.end + 2));
			return isOwn && group.isSure ? group : undefined;
		}
		if (character === '|' && depth > 0) return this.#readGroup(at, depth + 1);
		if (character === '{') return this.#readSet(at, depth);
		return undefined;
	}

	#readNumber(at: number, hasUnit: boolean): Piece {
		const number = this.#match(numberRe, at)!;
		const denominator = this.#match(denominatorRe, number.end);
		if (denominator && /^\d+$/.test(number.text)) {
			const tex = `\\frac{${number.text}}${denominator.text}`;
			return { ...nothing, end: denominator.end, tex, role: 'number', isSure: true };
		}
		if (this.#text[number.end] === '%') {
			return { ...nothing, end: number.end + 1, tex: `${number.text}\\%`, role: 'percent' };
		}
		const unit = hasUnit ? this.#match(unitRe, number.end) : undefined;
		if (unit)
			return {
				...nothing,
				end: unit.end,
				tex: `${number.text}\\mathrm{${unit.text}}`,
				role: 'number',
			};
		return { ...nothing, end: number.end, tex: number.text, role: 'number' };
	}

	/** Braces that stand for themselves, `{True, False}`; or that TeX needs, `{bf 1}_n`. */
	#readSet(at: number, depth: number): Piece | undefined {
		const sign = this.#match(bracedSignRe, at);
		if (sign) return { ...nothing, end: sign.end, tex: sign.text, role: 'operator' };
		const group = this.#readGroup(at, depth + 1, true);
		if (!group) return undefined;
		const isSet = group.tex.includes(',') || group.tex.includes('\\mid');
		if (isSet) return { ...group, tex: `\\{${group.tex.slice(1, -1)}\\}`, role: 'group' };
		if (depth === 0) return undefined;
		const isKnown =
			group.tex.startsWith('{\\') ||
			this.#match(bracedWordRe, at) !== undefined ||
			group.isSure;
		return { ...group, isLost: group.isLost || !isKnown };
	}

	#readWord(at: number, depth: number): Piece | undefined {
		const run = this.#match(runRe, at)!;
		const isStart = at === 0 || !letterRe.test(this.#text[at - 1]!);
		const command = this.#readCommand(at);
		if (command) return this.#readCommandTerm(command, depth);
		if (this.#showsLoss(run.text)) {
			const braced = this.#text[run.end] === '{' ? this.#endOfBrackets(run.end) : run.end;
			return {
				...nothing,
				end: braced ?? run.end,
				tex: run.text,
				role: 'letters',
				isSure: true,
				isLost: true,
			};
		}
		if (run.text.length === 1) {
			return this.#readLetter(at);
		}
		const length = this.#lettersBefore(run.text, isStart);
		if (length > 0)
			return {
				...nothing,
				end: at + length,
				tex: run.text.slice(0, length),
				role: length === 1 ? 'letter' : 'letters',
			};
		const next = this.#text[run.end];
		// `BT^2`, `km^2`; a longer base is a name: `VLM^2`
		if (depth === 0) {
			const isBase = run.text.length === 2 && next === '^' && isStart;
			return isBase
				? { ...nothing, end: run.end, tex: run.text, role: 'letters' }
				: undefined;
		}
		if (run.text.length <= 3 && !shortWords.has(run.text.toLowerCase()))
			return { ...nothing, end: run.end, tex: run.text, role: 'letters' };
		return undefined;
	}

	#readLetter(at: number): Piece | undefined {
		const letter = this.#text[at]!;
		const isBlackboard =
			letter === 'R' &&
			/(?:^|[^A-Za-z])in $/.test(this.#text.slice(Math.max(0, at - 4), at)) &&
			/^R\^(?:[a-z]|\{)/.test(this.#text.slice(at, at + 3));
		return {
			...nothing,
			end: at + 1,
			tex: isBlackboard ? '\\mathbb{R}' : letter,
			role: 'letter',
		};
	}

	/** A command with what it cannot do without. */
	#readCommandTerm(command: Piece, depth: number): Piece | undefined {
		const { role, end } = command;
		const next = this.#text[end] ?? '';
		if (role === 'greek' || role === 'symbol') return command;
		if (role === 'font' || role === 'accent') {
			const at = end + 1;
			if (next !== ' ' || !/[A-Za-z0-9]/.test(this.#text[at] ?? '')) {
				return next === '{' ? this.#lostBraces(command) : undefined;
			}
			const letter = this.#readTerm(at, depth + 1);
			// `{bf 1}_n`: the braces say how far the font goes
			const isBraced = this.#text[end - command.tex.length] === '{';
			const isSure =
				command.isSure ||
				isBraced ||
				letter?.isSure ||
				this.#text[letter?.end ?? 0] === '(';
			if (!letter || !(variables.has(letter.role) || isBraced) || !isSure) return undefined;
			return { ...join(command, ' ', letter), isSure: true };
		}
		if (role === 'open') return this.#readNamedGroup(command, depth);
		if (role === 'size') return this.#readSized(command);
		if (role === 'function') return this.#readFunction(command, depth);
		return undefined;
	}

	/** `mathcal{O}`: the braces could only outlive a command around them. */
	#lostBraces(command: Piece): Piece {
		const end = this.#endOfBrackets(command.end) ?? command.end + 1;
		const isCall = this.#text[end] === '(';
		return {
			...command,
			end: (isCall && this.#endOfBrackets(end)) || end,
			isSure: true,
			isLost: true,
		};
	}

	#readFunction(command: Piece, depth: number): Piece | undefined {
		const { end } = command;
		const next = this.#text[end] ?? '';
		if (command.tex === '\\sqrt') return this.#readRoot(command, depth);
		if (next === '(') {
			const group = this.#readGroup(end, depth + 1);
			if (!group) return this.#lostCall(command);
			const isSure = group.isSure || isShort(group);
			return { ...join(command, '', group), role: 'call', isSure };
		}
		if (next === '_' || next === '^') return command;
		if (next === '{') {
			const set = this.#readSet(end, depth);
			return set && { ...join(command, '', set), role: 'call', isSure: true };
		}
		return depth > 0 || this.#isGlued(end - 1) ? this.#readArgument(command) : undefined;
	}

	/** `log n`: what a function without brackets is applied to. */
	#readArgument(command: Piece): Piece | undefined {
		const space = this.#spaces(command.end, 1);
		const at = command.end + space.length;
		const term = this.#readTerm(at, 1);
		if (!term || term.role === 'letters')
			return command.isSure && command.role === 'scripted' ? command : undefined;
		return {
			...join(command, space, term),
			role: term.role === 'scripted' ? 'scripted' : 'call',
		};
	}

	#readRoot(command: Piece, depth: number): Piece | undefined {
		const index = this.#match(rootRe, command.end);
		if (index) {
			const group = this.#readGroup(index.end, depth + 1);
			return group && { ...join(command, index.text, group), role: 'call', isSure: true };
		}
		if (this.#text[command.end] === '{') return this.#lostBraces(command);
		const term =
			this.#text[command.end] === ' ' ? this.#readTerm(command.end + 1, depth) : undefined;
		return term && operands.has(term.role) && !wordLetters.has(term.tex)
			? { ...join(command, ' ', term), role: 'call', isSure: true }
			: undefined;
	}

	#lostCall(command: Piece): Piece | undefined {
		const end = this.#endOfBrackets(command.end);
		const content = end === undefined ? '' : this.#text.slice(command.end, end);
		return /[{}^_]/.test(content)
			? { ...command, end: end!, isSure: true, isLost: true }
			: undefined;
	}

	/** `left( … right)` */
	#readSized(command: Piece): Piece | undefined {
		const bracket = this.#text[command.end] ?? '';
		if (!'([|'.includes(bracket) || bracket === '') return undefined;
		const group = this.#readGroup(command.end, 2);
		if (group) return { ...join(command, '', group), role: 'call', isSure: true };
		const end = this.#endOfBrackets(command.end);
		return end === undefined ? undefined : { ...command, end, isSure: true, isLost: true };
	}

	/** `langle P_u, P_a rangle` */
	#readNamedGroup(command: Piece, depth: number): Piece | undefined {
		const content = this.#readContent(
			command.end,
			depth + 1,
			(at) => {
				const closer = this.#readCommand(at);
				return closer?.role === 'close' ? closer : undefined;
			},
			false,
		);
		return (
			content && { ...content, tex: command.tex + content.tex, role: 'group', isSure: true }
		);
	}

	/** Brackets and all between them. With `isScript` also words: `_{reason}`. */
	#readGroup(at: number, depth: number, isScript = false): Piece | undefined {
		if (depth > deepestNesting) return undefined;
		const opener = this.#text[at]!;
		const group = this.#readContent(
			at + 1,
			depth,
			(place) => {
				const sized = this.#readCommand(place);
				if (
					sized?.role === 'size' &&
					closers[opener]!.includes(this.#text[sized.end] ?? ' ')
				) {
					const closer = this.#text[sized.end]!;
					return { ...sized, end: sized.end + 1, tex: sized.tex + closer };
				}
				const closer = this.#text[place]!;
				return closers[opener]!.includes(closer)
					? { ...nothing, end: place + 1, tex: closer, role: 'group' }
					: undefined;
			},
			isScript,
		);
		return group && { ...group, tex: opener + group.tex, role: 'group' };
	}

	#readContent(
		start: number,
		depth: number,
		close: (at: number) => Piece | undefined,
		isScript: boolean,
	): Piece | undefined {
		let piece: Piece = { ...nothing, end: start, tex: '', role: 'group' };
		let last: Piece | undefined;
		while (piece.end < this.#limit) {
			const at = piece.end;
			const closer = close(at);
			if (closer) return piece.tex.trim() === '' ? undefined : join(piece, '', closer);
			const character = this.#text[at]!;
			let item: Piece | undefined;
			if (" ,;:.!+-=<>/*'".includes(character)) {
				item = { ...nothing, end: at + 1, tex: character, role: 'operator' };
			} else {
				item = this.#readInner(at, depth, isScript);
				// `a{b}`: the first argument of two lost its braces, and what it was is not known.
				if (
					item &&
					character === '{' &&
					last &&
					last.end === at &&
					last.role !== 'operator' &&
					last.role !== 'relation' &&
					!isScript
				) {
					item = { ...item, isLost: item.isLost || item.role === 'group' };
				}
			}
			if (!item) return undefined;
			const isOperation = '+-=<>/*'.includes(character) && last !== undefined;
			const next: Piece = join(piece, '', item);
			const hasGreek = item.role === 'greek' || piece.role === 'greek';
			piece = {
				...next,
				isSure: next.isSure || (hasGreek && (isOperation || piece.tex.length > 0)),
			};
			last = character === ' ' ? undefined : item;
		}
		return undefined;
	}

	#readInner(at: number, depth: number, isScript: boolean): Piece | undefined {
		const command = letterRe.test(this.#text[at]!) ? this.#readCommand(at) : undefined;
		if (command && 'relation operator arrow'.includes(command.role)) {
			return { ...command, isSure: command.isSure || command.tex === '\\times' };
		}
		const term = this.#readTerm(at, depth);
		if (term) return isScript && term.role === 'letters' ? this.#asScriptWord(at, term) : term;
		const run = isScript ? this.#match(runRe, at) : undefined;
		return run && { ...nothing, end: run.end, tex: `\\text{${run.text}}`, role: 'letters' };
	}

	/** `_{LR}` and `_{max}` are words, `_{ij}` two letters. */
	#asScriptWord(at: number, term: Piece): Piece {
		const run = this.#match(runRe, at)!;
		if (run.end !== term.end || (run.text.length < 3 && run.text !== run.text.toUpperCase()))
			return term;
		return { ...term, tex: `\\text{${run.text}}` };
	}

	/** The command whose name begins here and goes on to the end of the letters, or to another command. */
	#readCommand(at: number, isScript = false): Piece | undefined {
		const run = this.#match(runRe, at);
		if (!run) return undefined;
		const name = this.#firstOfChain(run.text);
		if (name === undefined) return undefined;
		const command = texCommands.get(name)!;
		if (command.role === 'script' && !isScript) return undefined;
		return {
			...nothing,
			end: at + name.length,
			tex: command.tex ?? `\\${name}`,
			role: command.role,
			isSure: command.isSure,
			greek: command.role === 'greek' && !command.isSure ? [name] : [],
		};
	}

	/** The first command of letters that are commands and nothing else: `Phi` of `Phicirc`. */
	#firstOfChain(run: string): string | undefined {
		if (texCommands.has(run)) return run;
		if (this.#isWord(run)) return undefined;
		for (let length = Math.min(run.length - 2, 14); length >= 2; length--) {
			const name = run.slice(0, length);
			if (texCommands.has(name) && this.#isChain(run.slice(length))) return name;
		}
		return undefined;
	}

	#isChain(run: string): boolean {
		return lettersRe.test(run) && run.length <= 60 && this.#firstOfChain(run) !== undefined;
	}

	/** How many letters stand before commands that go on to the end: 1 for `Llog`, 2 for `nmlog`. */
	#lettersBefore(run: string, isStart: boolean): number {
		if (!isStart && run.length > 1 && this.#isChain(run.slice(1))) return 1;
		if (this.#isWord(run)) return 0;
		for (let length = 1; length <= 2 && length < run.length - 1; length++) {
			if (this.#isChain(run.slice(length))) return length;
		}
		return 0;
	}

	/** `varepsilond`: a command and a letter that TeX would have taken for part of its name. */
	#showsLoss(run: string): boolean {
		if (run.length < 4 || this.#isWord(run)) return false;
		return [1, 2].some((length) => {
			const rest = run.slice(0, -length);
			const first = this.#firstOfChain(rest) ?? this.#firstOfChain(rest.slice(1));
			const role = first === undefined ? undefined : texCommands.get(first)!.role;
			return role === 'greek' || role === 'font';
		});
	}

	#isSingleLetter(at: number): boolean {
		return this.#match(runRe, at)?.text.length === 1;
	}

	/** Whether a letter run goes on before this place: `nlog` at its `l`. */
	#isGlued(at: number): boolean {
		const before = this.#text[at - 1];
		return before !== undefined && wordCharacterRe.test(before);
	}

	/** Behind the bracket that closes the one here. */
	#endOfBrackets(at: number): number | undefined {
		const open: string[] = [];
		for (let place = at; place < this.#limit; place++) {
			const character = this.#text[place]!;
			if ('([{'.includes(character)) open.push(character);
			else if (')]}'.includes(character)) {
				open.pop();
				if (open.length === 0) return place + 1;
			}
		}
		return undefined;
	}

	#spaces(at: number, most: number): string {
		let end = at;
		while (end < this.#limit && end - at < most && this.#text[end] === ' ') end++;
		return this.#text.slice(at, end);
	}

	#match(re: RegExp, at: number): { text: string; end: number } | undefined {
		if (at >= this.#limit) return undefined;
		re.lastIndex = at;
		const text = re.exec(this.#text)?.[0];
		return text === undefined ? undefined : { text, end: at + text.length };
	}
}

const nothing = { isSure: false, isLost: false, greek: [] as readonly string[] } as const;

function join(left: Piece, between: string, right: Piece): Piece {
	return {
		end: right.end,
		tex: left.tex + between + right.tex,
		role: right.role,
		isSure: left.isSure || right.isSure,
		isLost: left.isLost || right.isLost,
		greek:
			left.greek.length + right.greek.length === 0
				? nothing.greek
				: [...left.greek, ...right.greek],
	};
}

/** `(n)`, `(d/2)`: what a function is applied to, no longer than a word. */
function isShort({ tex }: Piece): boolean {
	return tex.length <= 5 && /^\([A-Za-z0-9/+|-]+\)$/.test(tex);
}

function lastNumber({ tex }: Piece): string {
	return /[\d.]+$/.exec(tex)?.[0] ?? '';
}

function sameNumber(left: Piece, right: Piece): boolean {
	return lastNumber(left) === right.tex;
}

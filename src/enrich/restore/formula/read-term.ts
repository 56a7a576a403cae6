import { closeNamed, closers, type Closer } from './brackets.ts';
import { loseBraces, loseBrackets } from './losses.ts';
import { readLetters, readNumber } from './numbers-and-letters.ts';
import { join, joiners, piece, sure, variables, type Piece, type Role } from './piece.ts';
import { isOperand } from './prose.ts';
import { readCommand } from './read-command.ts';
import { asScriptWord, readScriptWord, readShortScript } from './short-scripts.ts';
import {
	digitRe,
	greekLetterAt,
	letterRe,
	lettersAt,
	spaceAt,
	tokenAt,
	type Context,
} from './tokens.ts';

// Deeper is no formula of an abstract. This bound makes reading linear, whatever the text.
const deepestNesting = 8;

// `{=}`: braces against the space that TeX sets around signs
const bracedSignRe = /\{[-=,+<>/]\}/y;
// `{1} `: braces around what TeX should take as one
const bracedWordRe = /\{[A-Za-z0-9]+\}/y;
// `{F}_t`: braces around a letter that lost its font
const bracedBaseRe = /\{[A-Z]\}(?=[_^(])/y;
// `(1-\epsilon)`, `(\epsilon, \delta)`; a relation is in brackets of the sentence
const ownRe =
	/^\((?=.*[-+*,])(?:\\(?!(?:[gln]eq?|in|approx|sim|ll|gg|times|to|\w*arrow)(?![a-z]))[A-Za-z]+ ?|[A-Za-zΑ-ω](?![A-Za-z.])|\d|\.\d|[-+*/,^_{}()' ])+$/;
// `log n` is one wherever it stands, but for `log P-value`; `min n`, `rank k` may be words.
const logarithmRe = /^\\(?:log|ln)(?![a-z])/;
// `(n)`, `(d/2)`: what a function is applied to, no longer than a word
const shortArgumentRe = /^\([A-Za-z0-9/+|-]{1,3}\)$/;

/** A number, letter, command or group, with its scripts. `hasUnit`: `175B` is wanted whole. */
export function readTerm(
	context: Context,
	at: number,
	depth: number,
	hasUnit = false,
): Piece | undefined {
	const base = readBase(context, at, depth, hasUnit);
	const term = base && readScripts(context, base, depth);
	const isApplied = term?.role === 'scripted' && base?.role === 'function';
	return isApplied ? readArgument(context, term) : term;
}

/** What scripts stand on. */
function readBase(
	context: Context,
	at: number,
	depth: number,
	hasUnit: boolean,
): Piece | undefined {
	if (at >= context.limit || depth > deepestNesting) return undefined;
	const character = context.text[at]!;
	if (digitRe.test(character)) return readNumber(context, at, hasUnit);
	if (letterRe.test(character)) return readWord(context, at, depth);
	if (character === '(' || character === '[') return readBracketed(context, at, depth);
	if (character === '{') return readBraced(context, at, depth);
	const greek = greekLetterAt(context, at);
	return greek && piece(greek.end, greek.text, 'greek');
}

/** A base with its scripts, one of each: a second `^` on one base is an error of TeX. */
function readScripts(context: Context, base: Piece, depth: number): Piece | undefined {
	let term = base;
	let marks = '^_';
	while (term.end < context.limit && marks.includes(context.text[term.end]!)) {
		const mark = context.text[term.end]!;
		const script = readScript(context, term.end, depth);
		if (!script) return undefined;
		marks = marks.replace(mark, '');
		term = sure(join(term, '', script), 'scripted');
	}
	return term;
}

/** `^2`, `_{i=1}`, with the mark. */
export function readScript(context: Context, at: number, depth: number): Piece | undefined {
	const mark = context.text[at]!;
	if (at + 1 >= context.limit) return undefined;
	if (context.text[at + 1] !== '{') return readShortScript(context, at, depth);
	const group = readGroup(context, at + 1, depth + 1, true);
	return group && { ...group, tex: mark + group.tex };
}

function readBracketed(context: Context, at: number, depth: number): Piece | undefined {
	const group = readGroup(context, at, depth + 1);
	if (depth > 0 || !group) return group;
	// `(ge 175B)` is in brackets of the sentence, `(1+epsilon)-approximate` in its own.
	const [sign = '', script = ''] = context.text.slice(group.end, group.end + 2);
	const isOwn =
		sign === '^' ||
		(group.isSure && ownRe.test(group.tex)) ||
		(group.isSure && (sign === '_' || (sign === '-' && letterRe.test(script))));
	return isOwn ? group : undefined;
}

/** Braces that stand for themselves, `{True, False}`; or that TeX needs, `{bf 1}_n`. */
function readBraced(context: Context, at: number, depth: number): Piece | undefined {
	const sign = tokenAt(context, bracedSignRe, at);
	if (sign) return piece(sign.end, sign.text, 'operator');
	const group = readGroup(context, at, depth + 1, true);
	if (!group) return undefined;
	const isSet = group.tex.includes(',') || group.tex.includes('\\mid');
	if (isSet) return { ...group, tex: `\\{${group.tex.slice(1, -1)}\\}` };
	const base = tokenAt(context, bracedBaseRe, at);
	if (base) return piece(base.end, base.text, 'letter');
	if (depth === 0) return undefined;
	const isKnown =
		group.isSure ||
		group.tex.startsWith('{\\') ||
		tokenAt(context, bracedWordRe, at) !== undefined;
	return isKnown ? group : { ...group, isLost: true };
}

function readWord(context: Context, at: number, depth: number): Piece | undefined {
	const command = readCommand(context, at);
	if (command) return commandReaders[command.role]?.(context, command, depth);
	return readLetters(context, at, depth);
}

type CommandReader = (context: Context, command: Piece, depth: number) => Piece | undefined;

/** Read a command with what it cannot do without, by what it does. The others begin no term. */
const commandReaders: Partial<Readonly<Record<Role, CommandReader>>> = {
	greek: (_, command) => command,
	symbol: (_, command) => command,
	font: readFont,
	accent: readStyled,
	open: readNamedGroup,
	size: readSized,
	function: readFunction,
};

/** `boldsymbolπ`, `mathbf x` */
function readFont(context: Context, command: Piece, depth: number): Piece | undefined {
	const greek = greekLetterAt(context, command.end);
	if (!greek) return readStyled(context, command, depth);
	return command.isSure ? sure(piece(greek.end, command.tex + greek.text, 'greek')) : undefined;
}

/** `mathbf x`, `tilde O(n)`, `{bf 1}_n` */
function readStyled(context: Context, command: Piece, depth: number): Piece | undefined {
	const { text } = context;
	const { end } = command;
	if (text[end] === '{') return loseBraces(context, command);
	const styled =
		text[end] === ' ' && /[A-Za-z0-9]/.test(text[end + 1] ?? '')
			? readTerm(context, end + 1, depth + 1)
			: undefined;
	if (!styled) return undefined;
	// `{bf 1}_n`: the braces say how far the font goes
	const isBraced = text[end - command.tex.length] === '{';
	const isSure = command.isSure || isBraced || styled.isSure || text[styled.end] === '(';
	const isStyle = isSure && (isBraced || variables.has(styled.role));
	return isStyle ? sure(join(command, ' ', styled)) : undefined;
}

/** `langle P_u, P_a rangle` */
function readNamedGroup(context: Context, command: Piece, depth: number): Piece | undefined {
	const content = readContent(context, command.end, depth + 1, closeNamed, false);
	return content && sure(join(command, '', content), 'group');
}

/** `left( … right)` */
export function readSized(context: Context, command: Piece): Piece | undefined {
	const bracket = context.text[command.end];
	if (bracket === undefined || !'([|'.includes(bracket)) return undefined;
	const group = readGroup(context, command.end, 2);
	return group ? sure(join(command, '', group), 'call') : loseBrackets(context, command);
}

function readFunction(context: Context, command: Piece, depth: number): Piece | undefined {
	const { end } = command;
	switch (context.text[end]) {
		case '(':
			return readFunctionCall(context, command, depth);
		// What it is applied to stands behind its scripts.
		case '_':
		case '^':
			return command;
		case '{': {
			// Only the argument of what stood around it is left: `sqrt{n}` of `\tilde{\sqrt{n}}`.
			if (command.tex === '\\sqrt') return loseBraces(context, command);
			const braced = readBraced(context, end, depth);
			return braced && sure(join(command, '', braced), 'call');
		}
		default:
			return readArgument(context, command);
	}
}

function readFunctionCall(context: Context, command: Piece, depth: number): Piece | undefined {
	const group = readGroup(context, command.end, depth + 1);
	if (!group) return undefined;
	const isSure = group.isSure || isShortArgument(group);
	return { ...join(command, '', group), role: 'call', isSure };
}

/** Whether brackets hold no more than a function is applied to: `(n)`, `(d/2)`. */
export function isShortArgument({ tex }: Piece): boolean {
	return shortArgumentRe.test(tex);
}

/** `log n`: what a function without brackets is applied to. */
function readArgument(context: Context, applied: Piece): Piece | undefined {
	const space = spaceAt(context, applied.end);
	const term = readTerm(context, applied.end + space.length, 1);
	if (!term || term.role === 'letters')
		return applied.isSure && applied.role === 'scripted' ? applied : undefined;
	const role = term.role === 'scripted' ? 'scripted' : 'call';
	const isLogarithm = logarithmRe.test(applied.tex) && space !== '' && term.role === 'letter';
	const isSure =
		isLogarithm && context.text[term.end] !== '-' && isOperand(context, term, applied.end + 1);
	const both = { ...join(applied, space, term), role } as const;
	return isSure ? sure(both) : both;
}

/** Brackets and all between them. With `isScript` also words: `_{reason}`. */
export function readGroup(
	context: Context,
	at: number,
	depth: number,
	isScript = false,
): Piece | undefined {
	if (depth > deepestNesting) return undefined;
	const opener = context.text[at]!;
	const content = readContent(context, at + 1, depth, closers[opener]!, isScript);
	return content && { ...content, tex: opener + content.tex, role: 'group' };
}

/** All up to what closes it, and that. */
function readContent(
	context: Context,
	start: number,
	depth: number,
	close: Closer,
	isScript: boolean,
): Piece | undefined {
	let content = piece(start, '', 'group');
	let last: Piece | undefined;
	while (content.end < context.limit) {
		const at = content.end;
		const closer = close(context, at);
		if (closer) return content.tex.trim() === '' ? undefined : join(content, '', closer);
		const item = readItem(context, at, depth, isScript);
		if (!item) return undefined;
		const isSurplus = !isScript && context.text[at] === '{' && isSecondArgument(item, last);
		content = joinItem(content, isSurplus ? { ...item, isLost: true } : item);
		last = item.tex === ' ' ? undefined : item;
	}
	return undefined;
}

/** Whether braces stand behind what was the first argument of two, and lost its own: `a{b}`. */
function isSecondArgument({ role }: Piece, last: Piece | undefined): boolean {
	return (
		role === 'group' &&
		last !== undefined &&
		last.role !== 'operator' &&
		last.role !== 'relation'
	);
}

/** A Greek letter among other things makes all of them a formula. */
function joinItem(content: Piece, item: Piece): Piece {
	const hasGreek = item.role === 'greek' || content.role === 'greek';
	const longer = join(content, '', item);
	return hasGreek && content.tex !== '' ? sure(longer) : longer;
}

/** One thing in brackets, where nearly everything belongs to a formula. */
function readItem(
	context: Context,
	at: number,
	depth: number,
	isScript: boolean,
): Piece | undefined {
	const character = context.text[at]!;
	if (" ,;:.!+-=<>/*|'".includes(character)) return piece(at + 1, character, 'operator');
	const word = isScript ? readScriptWord(context, at) : undefined;
	if (word) return word;
	const command = readCommand(context, at);
	if (command && joiners.has(command.role))
		return command.tex === '\\times' ? sure(command) : command;
	const term = readTerm(context, at, depth);
	if (!isScript) return term;
	if (term) return term.role === 'letters' ? asScriptWord(context, at, term) : term;
	const run = lettersAt(context, at);
	return run && piece(run.end, `\\text{${run.text}}`, 'letters');
}

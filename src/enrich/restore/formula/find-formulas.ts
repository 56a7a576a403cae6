import { flattensTo } from './flatten-tex.ts';
import type { Piece } from './piece.ts';
import { readFormula, readLoneScript } from './read-formula.ts';
import { endOfWord, type Context, type Words } from './tokens.ts';

/** A formula of which the feed left only letters and signs. */
export interface FoundFormula {
	/** UTF-16 offsets into the text. */
	readonly start: number;
	readonly end: number;
	/** Absent where what is left of it shows that something is missing: then all of it stays as it came. */
	readonly tex: string | undefined;
}

// What is longer is no formula of an abstract. This bound makes reading linear, whatever the text.
const longestFormula = 200;

// Where a formula may begin: a run of letters, a digit, a Greek letter, a bracket; or a script behind a name
const startRe = /[A-Za-z]+|[0-9([{^_Α-ω]/g;
// Behind these none begins: `\alpha` is TeX still, `@k` and `_old` are parts of names.
const innerRe = /[A-Za-z0-9\\_^@]/;
const baseRe = /[A-Za-z0-9)]/;
const scriptRe = /[_^]/;
// `pass^k` and `pass^5` are written so by those who mean it; `In-the-wild^2` is not.
const lowerWordRe = /(?:^|[^A-Za-z])(?:[a-z]{3,}\^[a-z]|pass\^\d)$/;
// `perceptionRightarrowinternalization`, `LLMtimesMapReduce`: signs set between words without a space
const signInWordRe =
	/(?<=[A-Za-z])(?:left)?(?:right|Right)arrow(?=[A-Za-z])|(?<=[A-Z])times(?=[A-Z])/g;
const shortestSign = 7;

/**
 * Find the formulas of `text` between two offsets: the largest stretches that are one expression
 * and that no prose could be. What shows a loss (`mathcal{O}`, `nk{m}`) is passed over whole. Every
 * formula found flattens to the text in whose place it stands. Time is linear in the text.
 */
export function findFormulas(text: string, from: number, to: number, words: Words): FoundFormula[] {
	const readable = text.slice(0, to);
	const found: FoundFormula[] = [];
	startRe.lastIndex = from;
	for (let match = startRe.exec(text); match && match.index < to; match = startRe.exec(text)) {
		const { 0: start, index } = match;
		const isBehind = index === found.at(-1)?.end;
		if (!isBehind && isPassedOver(text, start, index, words)) continue;
		const limit = Math.min(to, index + longestFormula);
		const stretch = readStretch({ ...words, text: readable, limit }, start, index);
		found.push(...stretch.found);
		startRe.lastIndex = stretch.end;
	}
	return found;
}

/** Whether no formula begins here, as is soon seen of most words. */
function isPassedOver(text: string, start: string, index: number, words: Words): boolean {
	if (scriptRe.test(start)) return false;
	return words.isPlain(start) || innerRe.test(text[index - 1] ?? ' ');
}

/** A stretch of the text that was looked through, and what it has. */
interface Stretch {
	readonly end: number;
	readonly found: readonly FoundFormula[];
}

function readStretch(context: Context, start: string, index: number): Stretch {
	if (scriptRe.test(start)) return readScriptStretch(context, index);
	const piece = readFormula(context, index);
	if (piece && (piece.isSure || piece.isLost)) return stretchOf(context, index, piece);
	// What was read and is nothing has nothing in it either.
	const end = piece?.end ?? endOfWord(context, index);
	return { end, found: signsInWord(context.text, index, end) };
}

function readScriptStretch(context: Context, index: number): Stretch {
	const isScript =
		baseRe.test(context.text[index - 1] ?? ' ') && !isLowerWord(context.text, index);
	const script = isScript ? readLoneScript(context, index) : undefined;
	return script ? stretchOf(context, index, script) : { end: index + 1, found: [] };
}

function stretchOf({ text }: Context, start: number, piece: Piece): Stretch {
	const { end, tex, isLost } = piece;
	if (isLost) return { end, found: [{ start, end, tex: undefined }] };
	const isProved = flattensTo(tex, text.slice(start, end));
	return { end, found: isProved ? [{ start, end, tex }] : [] };
}

/** Whether a word in lower case and a sign stand here that its authors raised nothing with. */
function isLowerWord(text: string, at: number): boolean {
	return lowerWordRe.test(text.slice(Math.max(0, at - 24), at + 2));
}

function signsInWord(text: string, from: number, to: number): FoundFormula[] {
	if (to - from < shortestSign) return [];
	return [...text.slice(from, to).matchAll(signInWordRe)].map(({ 0: name, index }) => ({
		start: from + index,
		end: from + index + name.length,
		tex: `\\${name}`,
	}));
}

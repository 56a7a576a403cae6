import { flattensTo } from './flatten-tex.ts';
import { FormulaReader, shortWords, type Piece } from './read-formula.ts';
import { texCommands } from './tex-commands.ts';

/** A formula of which the feed left only letters and signs. */
export interface FoundFormula {
	/** UTF-16 offsets into the text. */
	readonly start: number;
	readonly end: number;
	/** Absent where what is left of it shows that something is missing: then all of it stays as it came. */
	readonly tex: string | undefined;
	/** The Greek letters in it, by name. */
	readonly greek: readonly string[];
}

// Where a formula may begin: a run of letters, a digit, a bracket; or a script behind a name
const startRe = /[A-Za-z]+|[0-9([{^_]/g;
// Behind these none begins: `\alpha` is TeX still, `@k` and `_old` are parts of names.
const innerRe = /[A-Za-z0-9\\_^@]/;
const baseRe = /[A-Za-z0-9]/;
// `pass^k` is written so by those who mean it.
const lowerWordRe = /(?:^|[^A-Za-z])[a-z]{3,}$/;
// Shorter words may be commands, or letters side by side.
const shortestProse = 4;
// `perceptionRightarrowinternalization`, `LLMtimesMapReduce`: signs set between words without a space
const signInWordRe =
	/(?<=[A-Za-z])(?:left)?(?:right|Right)arrow(?=[A-Za-z])|(?<=[A-Z])times(?=[A-Z])/g;

/**
 * Find the formulas of `text` between two offsets: the largest stretches that are one expression
 * and that no prose could be. What shows a loss (`mathcal{O}`, `nk{m}`) is passed over whole. Every
 * formula found flattens to the text in whose place it stands. Time is linear in the text.
 */
export function findFormulas(
	text: string,
	from: number,
	to: number,
	isWord: (word: string) => boolean,
): FoundFormula[] {
	const reader = new FormulaReader(text, to, isWord);
	const found: FoundFormula[] = [];
	const take = (start: number, { end, tex, greek, isSure, isLost }: Piece): void => {
		if (isLost) found.push({ start, end, tex: undefined, greek: [] });
		else if (isSure && flattensTo(tex, text.slice(start, end)))
			found.push({ start, end, tex, greek });
	};
	startRe.lastIndex = from;
	for (let match = startRe.exec(text); match && match.index < to; match = startRe.exec(text)) {
		const { 0: start, index } = match;
		const before = text[index - 1] ?? ' ';
		if (start === '^' || start === '_') {
			const script =
				baseRe.test(before) && !isLowerWord(text, index)
					? reader.readLoneScript(index)
					: undefined;
			if (script) take(index, script);
			startRe.lastIndex = script?.end ?? index + 1;
			continue;
		}
		if (innerRe.test(before) || isProse(start, isWord)) continue;
		const piece = reader.read(index);
		const isTaken = piece !== undefined && (piece.isSure || piece.isLost);
		if (isTaken) take(index, piece);
		// What was read and is nothing has nothing in it either.
		const end = piece?.end ?? reader.endOfWord(index);
		if (!isTaken) found.push(...signsInWord(text, index, end));
		startRe.lastIndex = end;
	}
	return found;
}

function isLowerWord(text: string, end: number): boolean {
	return lowerWordRe.test(text.slice(Math.max(0, end - 24), end));
}

function isProse(run: string, isWord: (word: string) => boolean): boolean {
	return (
		shortWords.has(run) || (run.length >= shortestProse && !texCommands.has(run) && isWord(run))
	);
}

function signsInWord(text: string, from: number, to: number): FoundFormula[] {
	if (to - from < 7) return [];
	return [...text.slice(from, to).matchAll(signInWordRe)].map(({ 0: name, index }) => ({
		start: from + index,
		end: from + index + name.length,
		tex: `\\${name}`,
		greek: [],
	}));
}

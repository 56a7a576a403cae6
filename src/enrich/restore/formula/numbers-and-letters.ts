import { piece, sure, type Piece } from './piece.ts';
import { isShortWord } from './prose.ts';
import { lettersBeforeChain, lettersBeforeCommand } from './read-command.ts';
import { letterRe, lettersAt, numberAt, tokenAt, type Context } from './tokens.ts';

// `{16}` of `\frac{1}{16}`
const denominatorRe = /\{\d+\}/y;
// `175B`, `50K`, `110k`
const unitRe = /[KMBTGkm](?![A-Za-z0-9])/y;
// `8Ktimes8K`, `200mtimes130m`, `1K times 1K`
const unitBeforeSignRe = /[KMBTGkm](?= ?(?:times|sim|(?:long)?rightarrow) ?\d)/y;
const digitsRe = /^\d+$/;
// `in ` before `R^d`
const elementRe = /(?:^|[^A-Za-z])in $/;
// `R^d`, `R^{n}`; not `R^2`, a coefficient
const realSpaceRe = /^R\^(?:[a-z]|\{)/;

/** A number: `1.5`, `7%`, `1{2}` for a fraction. `hasUnit`: `175B` is wanted whole. */
export function readNumber(context: Context, at: number, hasUnit: boolean): Piece {
	const { text: number, end } = numberAt(context, at)!;
	const denominator = tokenAt(context, denominatorRe, end);
	if (denominator && digitsRe.test(number))
		return sure(piece(denominator.end, `\\frac{${number}}${denominator.text}`, 'number'));
	if (context.text[end] === '%') return piece(end + 1, `${number}\\%`, 'percent');
	const unit =
		(hasUnit ? tokenAt(context, unitRe, end) : undefined) ??
		tokenAt(context, unitBeforeSignRe, end);
	return unit
		? piece(unit.end, `${number}\\mathrm{${unit.text}}`, 'number')
		: piece(end, number, 'number');
}

/** Letters side by side, of a run that is no command: `x`, the `nm` of `nmlog`, within brackets `nk`. */
export function readLetters(context: Context, at: number, depth: number): Piece | undefined {
	const { text: run, end } = lettersAt(context, at)!;
	if (run.length === 1) return readLetter(context, at);
	const isStart = at === 0 || !letterRe.test(context.text[at - 1]!);
	const isOpen = depth === 0 && isStart;
	const length = isOpen
		? lettersBeforeCommand(context, run)
		: lettersBeforeChain(context, run, isStart);
	if (length > 0)
		return piece(at + length, run.slice(0, length), length === 1 ? 'letter' : 'letters');
	const areFactors =
		depth === 0
			? // `BT^2`, `km^2`; a longer base is a name: `VLM^2`
				isOpen && run.length === 2 && context.text[end] === '^'
			: run.length <= 3 && !isShortWord(run.toLowerCase());
	return areFactors ? piece(end, run, 'letters') : undefined;
}

/** `x`; the `R` of `x in R^d` is the real numbers. */
function readLetter({ text }: Context, at: number): Piece {
	const isReal =
		elementRe.test(text.slice(Math.max(0, at - 4), at)) &&
		realSpaceRe.test(text.slice(at, at + 3));
	return piece(at + 1, isReal ? '\\mathbb{R}' : text[at]!, 'letter');
}

import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { flattenTex } from './formula/flatten-tex.ts';
import { keepCharacters, replaceByFormula, replaceCharacters } from './nodes.ts';
import { rangeOf, replaceMatches } from './replace-in-text.ts';

// Without one of these a text has none of what follows.
const signRe = /[\\$]/;
// `\( A \)`, `\[ … \]`
const parenthesesRe =
	/\\\(\s*((?:(?!\\[()]).){1,400}?)\s*\\\)|\\\[\s*((?:(?!\\[[\]]).){1,400}?)\s*\\\]/g;
// `H$_2$O`; not the prices in `$5 to $10`
const dollarsRe = /(?<!\\)\$([^$\s](?:[^$]{0,198}[^$\s\\])?)\$(?![\d$])/g;
// Dollars need more than dollars to be a formula: a script, a command, a relation, a Greek letter; or a lone letter.
const formulaRe = /[\\^_=<>Α-ω]|^[A-Za-z](?:\(.+\))?$/;
const abbreviationRe = /^[A-Za-z]{2,}$/;
const proseRe = /(?:^|[^\\A-Za-z{])[a-z]{3,} [a-z]{2,} /;

// `\frac{1}{2}`: with both of its arguments no command around it was lost
const fractionRe = /\\[dt]?frac\{[^{}]*\}\{[^{}]*\}/g;
// `1{2}`, `1{G-1}`, left of one
const leftFractionRe = /(?<![\w.)\]}^\\])(\d+|[A-Za-z])\{([^{}]+)\}/g;
// `\eta_E{\eta_W}`: left of one too, and nobody knows where it began
const lossRe = /[A-Za-z0-9)\]}]\{/;

/** Read the formulas whose delimiters survived. What shows a loss within them stays as it came. */
export function remarkReadDelimitedFormulas() {
	return (tree: Root, file: VFile): void => {
		if (!signRe.test(String(file))) return;
		replaceMatches(tree, file, parenthesesRe, (match) => {
			const [, inline, display] = match;
			const tex = readTex((inline ?? display)!);
			if (tex === undefined) return keepCharacters(file, rangeOf(match));
			// `\(TPP\)`: an abbreviation, whose letters are no factors
			return abbreviationRe.test(tex)
				? replaceCharacters(file, rangeOf(match), 'delimited-formula', tex)
				: replaceByFormula(file, rangeOf(match), 'delimited-formula', tex);
		});
		replaceMatches(tree, file, dollarsRe, (match) => {
			const tex = match[1]!;
			if (!formulaRe.test(tex) || proseRe.test(tex)) return undefined;
			return replaceByFormula(file, rangeOf(match), 'delimited-formula', tex);
		});
	};
}

function readTex(received: string): string | undefined {
	const rest = received.replace(fractionRe, ' ').replace(leftFractionRe, ' ');
	return flattenTex(rest) === rest && !lossRe.test(rest)
		? received.replace(leftFractionRe, '\\frac{$1}{$2}')
		: undefined;
}

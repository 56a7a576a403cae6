import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { flattenTex } from './formula/flatten-tex.ts';
import { replaceByFormula, replaceCharacters } from './nodes.ts';
import { rangeOf, replaceMatches } from './replace-in-text.ts';

// `\( A \)`, `\[ … \]`
const parenthesesRe =
	/\\\(\s*((?:(?!\\[()]).){1,400}?)\s*\\\)|\\\[\s*((?:(?!\\[[\]]).){1,400}?)\s*\\\]/g;
// `H$_2$O`; not the prices in `$5 to $10`
const dollarsRe = /(?<!\\)\$([^$\s](?:[^$]{0,198}[^$\s\\])?)\$(?![\d$])/g;
// Dollars need more than dollars to be a formula: a script, a command, a relation; or a lone letter.
const formulaRe = /[\\^_=<>]|^[A-Za-z](?:\(.+\))?$/;
const abbreviationRe = /^[A-Za-z]{2,}$/;
const proseRe = /(?:^|[^\\A-Za-z{])[a-z]{3,} [a-z]{2,} /;

/** Read the formulas whose delimiters survived. They came as their authors wrote them, so flattening them changes nothing. */
export function remarkReadDelimitedFormulas() {
	return (tree: Root, file: VFile): void => {
		replaceMatches(tree, file, parenthesesRe, (match) => {
			const [whole, inline, display] = match;
			if (flattenTex(whole) !== whole) return undefined;
			const tex = (inline ?? display)!;
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

import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Lexicon } from '../../model/restoration.ts';
import { findFormulas } from './formula/find-formulas.ts';
import { flattensTo } from './formula/flatten-tex.ts';
import { keepCharacters, replaceByFormula, replaceCharacters, type Replacement } from './nodes.ts';
import { replaceInText, replaceMatches } from './replace-in-text.ts';
import { texCommands } from './formula/tex-commands.ts';

// `15\times`, `1.5-7.1\times`, `16\times16`: what a character sets as well as a formula
const multiplierRe = /^[\d.,-]*( ?)\\times\1[\d.,]*$/;

const letters = [...texCommands]
	.filter(([, { role, isSure }]) => role === 'greek' && !isSure)
	.map(([name]) => name);
const small = letters.filter((name) => name === name.toLowerCase());
// `alpha`, `alpha1`; not `Phi-3`
const letterRe = new RegExp(
	`(?<![\\w\\\\@/.^-])(${letters.join('|')})\\d?(?![\\w^@]|-\\d|\\.\\w)|(?<=[a-zA-Z]-)(${small.join('|')})(?![\\w^@-])`,
	'g',
);
// `whose parameter omega`, `negative beta values`, `beta-DPO`: where a Greek letter is no word
const namedLetterRe = new RegExp(
	`(?<![\\w-])(?:(?:parameter|coefficient|factor|temperature|threshold|exponent|penalty|margin|constant|scalar|variable|angle|rate|ratio|level)s? (${small.join('|')})(?![\\w^@-])|(${small.join('|')}) (?:values?|parameters?|coefficients?)(?!\\w)|(${small.join('|')})-(?=[A-Z]))`,
	'g',
);

/**
 * Give formulas their dollars and backslashes back. A Greek letter that stands alone is a word of
 * English (`alpha layer`, `delta rule`) unless the same text has it in a formula or names it.
 */
export function remarkRestoreFormulas({ lexicon }: { readonly lexicon: Lexicon }) {
	const isWord = (word: string): boolean => lexicon.has(word) || lexicon.has(word.toLowerCase());
	return (tree: Root, file: VFile): void => {
		const text = String(file);
		const known = new Set<string>();
		replaceInText(tree, file, (start, end) =>
			findFormulas(text, start, end, isWord).map(
				({ start, end, tex, greek }): Replacement => {
					for (const name of greek) known.add(name);
					if (tex === undefined) return keepCharacters(file, [start, end]);
					if (multiplierRe.test(tex)) {
						const times = tex.replace('\\times', '×');
						return replaceCharacters(file, [start, end], 'multiplier', times);
					}
					return replaceByFormula(file, [start, end], 'formula', tex);
				},
			),
		);
		for (const { 1: behind, 2: before, 3: prefix } of text.matchAll(namedLetterRe)) {
			known.add((behind ?? before ?? prefix)!);
		}
		if (known.size === 0) return;
		replaceMatches(tree, file, letterRe, ({ 0: name, 1: own, 2: suffix, index }) => {
			const tex = `\\${name}`;
			const range = [index, index + name.length] as const;
			return known.has((own ?? suffix)!) && flattensTo(tex, name)
				? replaceByFormula(file, range, 'symbol', tex)
				: undefined;
		});
	};
}

import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Lexicon } from '../../model/restoration.ts';
import { findFormulas, type FoundFormula } from './formula/find-formulas.ts';
import { createWords } from './formula/words.ts';
import { keepCharacters, replaceByFormula, replaceCharacters, type Replacement } from './nodes.ts';
import { replaceInText } from './replace-in-text.ts';

// `15\times`, the end of `1.5-7.1\times`, `16{\times}16`: what a character sets as well as a formula
const multiplierRe = /^((?:[\d.,]+-)*)([\d.,]*( ?)\{?\\times\}?\3[\d.,]*)$/;
const timesRe = /\{?\\times\}?/;
// `4.5\pm0.3`, `81\% \pm 2`, `1024\times1024`: numbers between which most authors set the sign alone
const signAloneRe =
	/^(?!\d.*\d \\pm [^%]*$)(?:[\d.,]+(?:\\%)? ?(\\pm) ?[\d.,]+(?:\\%)?|\d{4,}(\\times)\d{4,})$/;

/** Give formulas their dollars and backslashes back. */
export function remarkRestoreFormulas({ lexicon }: { readonly lexicon: Lexicon }) {
	const words = createWords(lexicon);
	return (tree: Root, file: VFile): void => {
		const text = String(file);
		replaceInText(tree, file, (start, end) =>
			findFormulas(text, start, end, words).map((formula) => replacementOf(file, formula)),
		);
	};
}

function replacementOf(file: VFile, { start, end, tex }: FoundFormula): Replacement {
	if (tex === undefined) return keepCharacters(file, [start, end]);
	const sign = signAloneRe.exec(tex)?.slice(1).find(Boolean);
	if (sign !== undefined) return replaceSign(file, start, sign);
	const [, range, multiplier] = multiplierRe.exec(tex) ?? [];
	return multiplier === undefined
		? replaceByFormula(file, [start, end], 'formula', tex)
		: replaceCharacters(
				file,
				[start + range!.length, end],
				'multiplier',
				multiplier.replace(timesRe, '×'),
			);
}

function replaceSign(file: VFile, start: number, sign: string): Replacement {
	const name = sign.slice(1);
	const at = String(file).indexOf(name, start);
	return replaceByFormula(file, [at, at + name.length], 'formula', sign);
}

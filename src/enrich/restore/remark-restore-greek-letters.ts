import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { texCommands } from './formula/tex-commands.ts';
import { replaceByFormula } from './nodes.ts';
import { rangeOf, replaceMatches } from './replace-in-text.ts';

const names = [...texCommands]
	.filter(([, { role, isSure }]) => role === 'greek' && !isSure)
	.map(([name]) => name);
const small = names.filter((name) => name === name.toLowerCase()).join('|');
// `eta-VAE` lost the `b` of `beta`, `delta parameters` are differences.
const valued = small.replace(/\b(?:eta|delta)\|/g, '');
// `alpha`, where it is no part of a word: without one a text has none of what follows.
const nameRe = new RegExp(`\\b(?:${names.join('|')})(?![A-Za-z_])`);
// `alpha`, the first of `alpha1`, the last of `pre-alpha`; not `Phi-3`
const letterRe = new RegExp(
	`(?<![\\w\\\\@/.^-])(?:${names.join('|')})(?=\\d?(?![\\w^@{]|-\\d|\\.\\w))|(?<=[a-zA-Z]-)(?:${small})(?![\\w^@-])`,
	'g',
);
// `whose parameter alpha`, `negative beta values`, `beta-DPO`: where a Greek letter is no word; `beta-Hi` is a version
const namedRe = new RegExp(
	`(?<![\\w-])(?:(?:(?:hyper-?)?parameter|coefficient|factor|temperature|threshold|exponent|penalty|margin|constant|scalar|variable|angle|rate|ratio|level)s? (${small})(?![\\w^@-])|(${valued}) (?:values?|parameters?|coefficients?)(?!\\w)|(${valued})-(?=[A-Z](?:[a-z]*[A-Z]|[a-z]{3})))`,
	'g',
);
// `PixArt-alpha`: at the end of a name
const inNameRe =
	/(?<=(?<![\w.])[A-Z][A-Za-z]*-)(?:alpha|gamma|epsilon|lambda|mu|rho|sigma|tau)(?![\w^@-])/g;
// Names that are no words of the field. `alpha`, `beta` and `delta` are, `pi0` is a model, `Phi` another.
const sureNames = 'epsilon gamma kappa lambda mu nu omega psi rho sigma tau theta xi zeta'.split(
	' ',
);
// Since late 2025 a letter arrives as itself, so a name in a text that has other such characters is its authors'.
const foreignRe = /[^\x00-\x7F]/;
// `(alpha)`
const bracketedRe = new RegExp(`\\((${names.join('|')})\\)`, 'g');
// `\alpha` in a formula
const commandRe = /\\([A-Za-z]+)/g;

/**
 * Set a Greek letter that stands alone. Its name is a word of English (`alpha layer`, `delta rule`)
 * unless the same text has the letter in a formula or says what it is.
 */
export function remarkRestoreGreekLetters() {
	return (tree: Root, file: VFile): void => {
		const text = String(file);
		if (!nameRe.test(text)) return;
		const known = lettersOf(tree);
		if (!foreignRe.test(text)) for (const name of namedIn(text)) known.add(name);
		const isKnown = ({ 0: name }: RegExpExecArray): boolean => known.has(name);
		replaceLetters(tree, file, inNameRe, () => true);
		if (known.size > 0) replaceLetters(tree, file, letterRe, isKnown);
	};
}

/** The Greek letters of the formulas that were found so far, and their other commands. */
function lettersOf(tree: Root): Set<string> {
	const letters = new Set<string>();
	visit(tree, 'inlineMath', ({ value }) => {
		for (const { 1: name } of value.matchAll(commandRe)) letters.add(name!);
	});
	return letters;
}

/** The Greek letters that a text names, without a formula. */
function namedIn(text: string): string[] {
	const named = [...text.matchAll(namedRe), ...text.matchAll(bracketedRe)];
	return [...sureNames, ...named.flatMap(([, ...names]) => names.filter((name) => name))];
}

function replaceLetters(
	tree: Root,
	file: VFile,
	re: RegExp,
	isLetter: (match: RegExpExecArray) => boolean,
): void {
	replaceMatches(tree, file, re, (match) =>
		isLetter(match)
			? replaceByFormula(file, rangeOf(match), 'symbol', `\\${match[0]}`)
			: undefined,
	);
}

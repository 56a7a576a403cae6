import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Lexicon } from '../../model/restoration.ts';
import { replaceCharacters } from './nodes.ts';
import { rangeOf, replaceMatches } from './replace-in-text.ts';

declare module 'vfile' {
	interface DataMap {
		/** The title of the paper, as it is shown. */
		title?: string;
	}
}

// `\method`, `\GitChameleon{}`; not `C:\new`, not `\text{`
const macroRe = /(?<=^|[\s(~“"'])\\([A-Za-z]{3,})(?![A-Za-z]|\\[A-Za-z]|\{[^}])/g;
// `\ours`, `\modelname`, `\OurMethod`: whatever the paper is about
const genericRe =
	/^(?:the|our|my)?(?:ours|method|model|approach|frame|framework|system|tool|impl|project|nick|m)?(?:name)?$/i;
const genericDataRe = /^(?:the|our|my)?(?:bench|benchmark|data|dataset)(?:name)?$/i;
const dataTitleRe = /benchmark|dataset|corpus/i;
// `Yume` of `Yume: An Interactive World Generation Model`; not `Beyond Words: Advancing …`
const headRe = /^([^\s:]+|[^:]{1,40}[+\d]): /;
// `we propose \pyrag`, `the dataset \sekai`
const introducedRe =
	/\b(?:(?:introduc|propos|present|develop|call|nam|term|dub)(?:es?|s|ed|ing)?(?: it| this)?|method|model|framework|benchmark|dataset) $/;
const longestIntroduction = 30;

/**
 * Write the name that a macro of the authors stands for: the title's, where it begins with one
 * (`\method` in “Yume: …”); else the macro's own letters, where they are no word (`\pyrag`).
 */
export function remarkNameMacros({ lexicon }: { readonly lexicon: Lexicon }) {
	return (tree: Root, file: VFile): void => {
		if (!String(file).includes('\\')) return;
		const title = file.data.title ?? '';
		replaceMatches(tree, file, macroRe, (match) => {
			const name = nameInTitle(match, title) ?? ownName(match, lexicon);
			return name === undefined
				? undefined
				: replaceCharacters(file, rangeOf(match), 'macro', name);
		});
	};
}

/** The name at the head of the title, where a macro stands for it. */
function nameInTitle({ 1: macro }: RegExpExecArray, title: string): string | undefined {
	const head = headRe.exec(title)?.[1];
	if (head === undefined) return undefined;
	const isHead =
		genericRe.test(macro!) ||
		(genericDataRe.test(macro!) && dataTitleRe.test(title)) ||
		lettersOf(head) === lettersOf(macro!);
	return isHead ? head : undefined;
}

function lettersOf(name: string): string {
	return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** The letters of a macro that is used as a name: introduced, or there twice. */
function ownName(
	{ 1: macro, input, index }: RegExpExecArray,
	lexicon: Lexicon,
): string | undefined {
	if (genericRe.test(macro!) || genericDataRe.test(macro!) || lexicon.has(macro!.toLowerCase()))
		return undefined;
	const before = input.slice(Math.max(0, index - longestIntroduction), index);
	const isTwice = input.indexOf(`\\${macro!}`) !== input.lastIndexOf(`\\${macro!}`);
	return isTwice || introducedRe.test(before) ? macro : undefined;
}

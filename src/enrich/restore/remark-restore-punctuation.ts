import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { replaceCharacters } from './nodes.ts';
import { rangeOf, replaceMatches } from './replace-in-text.ts';

// Without one of these a text has none of what follows.
const signRe = /`|''|--/;
// ``on average'', ''informative'', ``free lunch": TeX's marks, also where one of them was typed otherwise
const doubleQuotesRe = /(?:``|(?<![\w'’])''(?=[A-Za-z0-9]))([^`"]{1,300}?)(''|"|“|”)(?!')/g;
// `SpikeGPT'; a backtick at both ends is code
const singleQuotesRe = /(?<![\w`'])`(?=[^\s`])([^`']{1,120}?)(?<=[\w.,!?)])(')(?![\w'])/g;
// `--` and `---`; not options (` --dry-run`), not arrows, not rules
const dashRe = /(?<![-<!])(-{2,3})(?![->])/g;
// `help`, `seed=1`, `help:` of a title that begins with `--help:`
const optionRe = /^[a-z][\w-]*(?:=|[`'"’”:;,.!?)]*$)/;
// `the --help flag`
const flagRe = /^\S+ (?:flag|option|switch|argument|parameter)s?\b/;

/** Set TeX's quotation marks and dashes as those they stand for. */
export function remarkRestorePunctuation() {
	return (tree: Root, file: VFile): void => {
		const text = String(file);
		if (!signRe.test(text)) return;
		replaceMarksOf(tree, file, doubleQuotesRe, ['“', '”']);
		replaceMarksOf(tree, file, singleQuotesRe, ['‘', '’']);
		replaceMatches(tree, file, dashRe, ({ 0: dash, index }) => {
			const end = index + dash.length;
			return isOption(text, index, end)
				? undefined
				: replaceCharacters(file, [index, end], 'dash', dash.length === 2 ? '–' : '—');
		});
	};
}

/** Whether two hyphens begin an option of a command line: ` --including more --` is no option. */
function isOption(text: string, start: number, end: number): boolean {
	const rest = text.slice(end, end + 60);
	if (!/(?:^|[\s`])$/.test(text.slice(Math.max(0, start - 1), start))) return false;
	if (!optionRe.test(rest.split(/\s/)[0]!)) return false;
	return (
		start === 0 || flagRe.test(rest) || /`|\$ /.test(text.slice(Math.max(0, start - 30), start))
	);
}

/** Replace the marks at both ends of each match and leave what is between, for the rules that follow. */
function replaceMarksOf(
	tree: Root,
	file: VFile,
	re: RegExp,
	[open, close]: readonly [string, string],
): void {
	replaceMatches(tree, file, re, (match) => {
		const [start, end] = rangeOf(match);
		const closing = match[2]!.length;
		const opening = end - start - match[1]!.length - closing;
		return [
			replaceCharacters(file, [start, start + opening], 'quotes', open),
			replaceCharacters(file, [end - closing, end], 'quotes', close),
		];
	});
}

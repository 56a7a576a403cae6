import type { PhrasingContent, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Lexicon } from '../../model/restoration.ts';
import { texCommands } from './formula/tex-commands.ts';
import { plainText, removeCharacters, type Replacement } from './nodes.ts';
import { rangeOf, replaceAll, replaceMatches } from './replace-in-text.ts';
import { positionOf } from './text-block.ts';

// Without one of these a text has none of what follows.
const signRe = /[{}*]/;
// `{\em `, `\textbf{`; `texttt{` of a command that stood in another's argument; `teal{` of `\textcolor{teal}{`; and the
// braces themselves, of which some are all that is left of a command: `{error indicator}`
const markRe =
	/\{\\(em|it|itshape|bf|bfseries|sl|tt|sc|rm|sf)\b ?|\\(emph|textit|textsl|textbf|underline|texttt|textsc|textrm|textsf|text|mbox|uline|url|href)\{|(?<![\w\\^])(emph|text(?:it|sl|bf|tt|sc|rm|sf)?|(?:my|soft|light|dark|deep)?(?:red|blue|green|teal|orange|pink|purple|violet|brown|gray|grey|cyan|magenta))\{|[{}]/g;
const strongNames: ReadonlySet<string> = new Set(['bf', 'bfseries', 'textbf']);
const emphasisNames: ReadonlySet<string> = new Set(
	'em it itshape sl emph textit textsl underline uline'.split(' '),
);
// Braces without a command are left of one where they hold words, and nothing that sets or programs hold.
const wordsRe = /^(?=.*(?:[A-Za-z]{3}|[A-Z]{2}))[A-Za-z0-9][\w.'’ -]*$/;
const formulaEndRe = /[A-Za-z0-9}\])]/;
const letterRe = /[A-Za-z]/;
const lettersRe = /^[A-Za-z]+$/;
// `Touch{é}`
const ownLetterRe = /^[À-ɏ]$/;
// `{W}-space`, that lost its font; not `{F}_t`
const capitalRe = /^[A-Z]$/;
const scriptRe = /[_^(]/;
// `an Orchestrator} executes`, `additional {underrepresented`
const loneClosingRe = /\w\.?\}(?:[\s.,;:)]|$)/;
const loneOpeningRe = /[\s(]\{[a-z]{3}/;
const wordEndRe = /[A-Za-z]*$/;
const wordStartRe = /^[A-Za-z]*/;
const longestPart = 20;
// `*state collapse*`, `**bold**`; not `F*`, not the mark of a list
const markdownRe = /(?<![\w*\\])(\*{1,2})(?=[A-Za-z0-9“"])([^*]{1,120}?)(?<=[\w.!?”"])\1(?![\w*])/g;

// Deeper, braces are no emphasis; the tree is walked by recursion.
const deepestNesting = 8;

/** Set `{\em …}`, `\textbf{…}` and Markdown's `*…*` as what they mean; take braces away that mean nothing, also one alone. */
export function remarkRestoreEmphasis({ lexicon }: { readonly lexicon: Lexicon }) {
	return (tree: Root, file: VFile): void => {
		if (!signRe.test(String(file))) return;
		const groups = findGroups(String(file), lexicon);
		replaceAll(
			tree,
			file,
			groups.flatMap((group) => replacementsOf(file, group)),
		);
		replaceMatches(tree, file, markdownRe, (match) => {
			const [start, end] = rangeOf(match);
			const width = match[1]!.length;
			const rule = width === 1 ? 'emphasis' : 'strong';
			const [innerStart, innerEnd] = [start + width, end - width];
			return replacementsOf(file, { start, innerStart, innerEnd, end, rule, groups: [] });
		});
	};
}

/** Text between marks. */
interface Group {
	readonly start: number;
	/** Where the text within begins. */
	readonly innerStart: number;
	/** Where the text within ends. */
	readonly innerEnd: number;
	readonly end: number;
	readonly rule: 'emphasis' | 'strong' | 'braces';
	/** Those within, in order. */
	readonly groups: readonly Group[];
}

interface Opening {
	readonly start: number;
	readonly innerStart: number;
	/** Of its command. */
	readonly name: string | undefined;
	readonly groups: Group[];
}

/** The groups of a text, nested, in one pass. */
function findGroups(text: string, lexicon: Lexicon): Group[] {
	const found: Group[] = [];
	const open: Opening[] = [];
	const add = (...groups: readonly Group[]): void => {
		(open[open.length - 1]?.groups ?? found).push(...groups);
	};
	for (const match of text.matchAll(markRe)) {
		const [start, end] = rangeOf(match);
		if (match[0] !== '}') {
			const name = match[1] ?? match[2] ?? match[3];
			open.push({ start, innerStart: end, name, groups: [] });
			continue;
		}
		const opening = open.pop();
		if (!opening) {
			if (loneClosingRe.test(text.slice(start - 2, start + 2))) add(loneMark(start, end));
			continue;
		}
		const rule =
			open.length < deepestNesting ? ruleOf(text, opening, start, lexicon) : undefined;
		const { groups } = opening;
		add(...(rule ? [{ ...opening, innerEnd: start, end, rule, groups }] : groups));
	}
	// `\textbf{Positional \textbf{Integrity Encoding} (` is never closed.
	for (const { start, innerStart, name, groups } of open) {
		const isLone = loneOpeningRe.test(text.slice(start - 1, start + 4));
		if (name !== undefined || isLone) found.push(loneMark(start, innerStart));
		found.push(...groups);
	}
	return found;
}

function loneMark(start: number, end: number): Group {
	return { start, innerStart: end, innerEnd: end, end, rule: 'braces', groups: [] };
}

function ruleOf(
	text: string,
	{ start, innerStart, name }: Opening,
	innerEnd: number,
	lexicon: Lexicon,
): Group['rule'] | undefined {
	if (name === undefined)
		return isLeftOver(text, start, innerEnd, lexicon) ? 'braces' : undefined;
	// `text{length}{3}` was a fraction.
	if (text[start] !== '\\' && text[innerEnd + 1] === '{') return undefined;
	if (innerStart === innerEnd) return 'braces';
	return strongNames.has(name) ? 'strong' : emphasisNames.has(name) ? 'emphasis' : 'braces';
}

/** Whether braces are all that is left of a command, by what stands in them and beside them. */
function isLeftOver(text: string, start: number, end: number, lexicon: Lexicon): boolean {
	const content = text.slice(start + 1, end);
	const [before, behind] = [text[start - 1] ?? ' ', text[end + 1] ?? ' '];
	if (texCommands.has(content) || '_^\\'.includes(before)) return false;
	if (content === '' || ownLetterRe.test(content)) return letterRe.test(before);
	if (lettersRe.test(content) && letterRe.test(before + behind))
		return isPartOfWord(text, start, end, lexicon);
	if (formulaEndRe.test(before)) return false;
	return capitalRe.test(content) ? !scriptRe.test(behind) : wordsRe.test(content);
}

/** Whether braces part a word: `{C}ontinual Le{a}rner`, `{Grad}ient`. */
function isPartOfWord(text: string, start: number, end: number, lexicon: Lexicon): boolean {
	const [head] = wordEndRe.exec(text.slice(Math.max(0, start - longestPart), start))!;
	const [tail] = wordStartRe.exec(text.slice(end + 1, end + 1 + longestPart))!;
	return lexicon.has((head + text.slice(start + 1, end) + tail).toLowerCase());
}

/** A group as what it is set as; of braces only the marks are replaced, for links may stand between them. */
function replacementsOf(file: VFile, group: Group): Replacement[] {
	const { start, innerStart, innerEnd, end, rule, groups } = group;
	if (rule !== 'braces') return [{ start, end, nodes: nodesOf(file, group) }];
	const mark = (from: number, to: number): Replacement[] =>
		to > from
			? [{ start: from, end: to, nodes: [removeCharacters(file, from, to, rule)] }]
			: [];
	return [
		...mark(start, innerStart),
		...groups.flatMap((inner) => replacementsOf(file, inner)),
		...mark(innerEnd, end),
	];
}

/** The text without its marks, set as what they meant. The marks stay in the tree as empty text, to be shown as received. */
function nodesOf(
	file: VFile,
	{ start, innerStart, innerEnd, end, rule, groups }: Group,
): PhrasingContent[] {
	const children: PhrasingContent[] = [removeCharacters(file, start, innerStart, rule)];
	let at = innerStart;
	for (const inner of groups) {
		if (inner.start > at) children.push(plainText(file, at, inner.start));
		children.push(...nodesOf(file, inner));
		at = inner.end;
	}
	if (innerEnd > at) children.push(plainText(file, at, innerEnd));
	if (end > innerEnd) children.push(removeCharacters(file, innerEnd, end, rule));
	if (rule === 'braces') return children;
	return [{ type: rule, children, position: positionOf(file, start, end) }];
}

import type { PhrasingContent, Root } from 'mdast';
import type { VFile } from 'vfile';
import { plainText, removeCharacters, type Replacement } from './nodes.ts';
import { rangeOf, replaceAll, replaceMatches } from './replace-in-text.ts';
import { positionOf } from './text-block.ts';

// `{\em `, `\textbf{`, and the braces themselves, of which some are all that is left of a command: `{error indicator}`
const markRe =
	/\{\\(em|it|itshape|bf|bfseries|sl|tt|sc|rm|sf)\b ?|\\(emph|textit|textsl|textbf|underline|texttt|textsc|textrm|textsf|text|mbox|uline)\{|[{}]/g;
const strongNames: ReadonlySet<string> = new Set(['bf', 'bfseries', 'textbf']);
const emphasisNames: ReadonlySet<string> = new Set(
	'em it itshape sl emph textit textsl underline uline'.split(' '),
);
// Braces without a command are left of one where they hold words, and nothing that sets or programs hold.
const wordsRe = /^[A-Za-z][\w'’ -]*$/;
const wordRe = /[A-Za-z]{4,}/;
const formulaEndRe = /[A-Za-z0-9^_}\])\\]/;
// `*state collapse*`, `**bold**`; not `F*`, not the mark of a list
const markdownRe = /(?<![\w*\\])(\*{1,2})(?=[A-Za-z0-9“"])([^*]{1,120}?)(?<=[\w.!?”"])\1(?![\w*])/g;

// Deeper, braces are no emphasis; the tree is walked by recursion.
const deepestNesting = 8;

/** Set `{\em …}`, `\textbf{…}` and Markdown's `*…*` as what they mean; take braces away that mean nothing, also one alone. */
export function remarkRestoreEmphasis() {
	return (tree: Root, file: VFile): void => {
		const groups = findGroups(String(file));
		replaceAll(
			tree,
			file,
			groups.map((group) => replacementOf(file, group)),
		);
		replaceMatches(tree, file, markdownRe, (match) => {
			const [start, end] = rangeOf(match);
			const width = match[1]!.length;
			const rule = width === 1 ? 'emphasis' : 'strong';
			return replacementOf(file, {
				start,
				innerStart: start + width,
				innerEnd: end - width,
				end,
				rule,
				groups: [],
			});
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
function findGroups(text: string): Group[] {
	const found: Group[] = [];
	const open: Opening[] = [];
	const add = (...groups: readonly Group[]): void => {
		(open[open.length - 1]?.groups ?? found).push(...groups);
	};
	for (const match of text.matchAll(markRe)) {
		const [start, end] = rangeOf(match);
		if (match[0] !== '}') {
			open.push({ start, innerStart: end, name: match[1] ?? match[2], groups: [] });
			continue;
		}
		const opening = open.pop();
		if (!opening) continue;
		const rule = open.length < deepestNesting ? ruleOf(text, opening, start) : undefined;
		const { groups } = opening;
		add(...(rule ? [{ ...opening, innerEnd: start, end, rule, groups }] : groups));
	}
	// `\textbf{Positional \textbf{Integrity Encoding} (` is never closed.
	for (const { start, innerStart, name, groups } of open) {
		if (name !== undefined) {
			found.push({
				start,
				innerStart,
				innerEnd: innerStart,
				end: innerStart,
				rule: 'braces',
				groups: [],
			});
		}
		found.push(...groups);
	}
	return found;
}

function ruleOf(
	text: string,
	{ start, innerStart, name }: Opening,
	innerEnd: number,
): Group['rule'] | undefined {
	if (name === undefined) {
		const content = text.slice(innerStart, innerEnd);
		const isLeft =
			!formulaEndRe.test(text[start - 1] ?? ' ') &&
			wordsRe.test(content) &&
			wordRe.test(content);
		return isLeft ? 'braces' : undefined;
	}
	if (innerStart === innerEnd) return 'braces';
	return strongNames.has(name) ? 'strong' : emphasisNames.has(name) ? 'emphasis' : 'braces';
}

function replacementOf(file: VFile, group: Group): Replacement {
	return { start: group.start, end: group.end, nodes: nodesOf(file, group) };
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

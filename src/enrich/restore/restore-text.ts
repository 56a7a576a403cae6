import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { TextDecision } from '../../model/corrections.ts';
import type { Lexicon, RestoredSpan } from '../../model/restoration.ts';
import './nodes.ts';
import { rehypeHoldFormulas } from './rehype-hold-formulas.ts';
import { remarkHonourDecisions } from './remark-honour-decisions.ts';
import { remarkLinkAddresses } from './remark-link-addresses.ts';
import { remarkNameMacros } from './remark-name-macros.ts';
import { remarkReadDelimitedFormulas } from './remark-read-delimited-formulas.ts';
import { remarkRestoreEmphasis } from './remark-restore-emphasis.ts';
import { remarkRestoreFormulas } from './remark-restore-formulas.ts';
import { remarkRestoreGreekLetters } from './remark-restore-greek-letters.ts';
import { remarkRestorePunctuation } from './remark-restore-punctuation.ts';
import { remarkSeparateSentences } from './remark-separate-sentences.ts';
import { remarkTypesetFormulas } from './remark-typeset-formulas.ts';
import { remarkUnescapeTex } from './remark-unescape-tex.ts';
import { textBlock, type TextPlace } from './text-block.ts';

/** A title or an abstract as its authors wrote it, as far as that is certain. */
export interface RestoredText {
	/** Text, links, emphasis and MathML, without a paragraph around them. */
	readonly tree: readonly ElementContent[];
	/** The same as a line of Unicode: `O(n²)`, `15×`. */
	readonly plain: string;
	/** What differs from the text as received, and every link; in order, without overlaps. */
	readonly spans: readonly RestoredSpan[];
	/** The text with what could not be shown restored as its messages, where there is any. */
	readonly file?: VFile;
}

/** What a text is besides its characters. */
export interface TextSource {
	/** Of the dump it stands in. */
	readonly path?: string;
	readonly place?: TextPlace;
	/** What a person decided of it. */
	readonly decisions?: readonly TextDecision[];
	/** The paper's title, as it is shown, which says what a macro stands for. */
	readonly title?: string;
}

/** Gives each text as its authors wrote it. */
export type Restorer = (text: string, source?: TextSource) => RestoredText;

/** Make a restorer. It needs to know the words of English, for what is one stays as it is. */
export function createRestorer(lexicon: Lexicon): Restorer {
	const processor = unified()
		.use(textBlock)
		.use(remarkHonourDecisions)
		.use(remarkLinkAddresses)
		.use(remarkReadDelimitedFormulas)
		.use(remarkRestoreEmphasis, { lexicon })
		.use(remarkRestoreFormulas, { lexicon })
		.use(remarkRestoreGreekLetters)
		.use(remarkUnescapeTex)
		.use(remarkNameMacros, { lexicon })
		.use(remarkRestorePunctuation)
		.use(remarkSeparateSentences)
		.use(remarkTypesetFormulas)
		.freeze();

	return (text, { path, place, decisions, title } = {}) => {
		const file = new VFile({
			value: text,
			...(path !== undefined && { path }),
			data: {
				...(place && { place }),
				...(decisions && { decisions }),
				...(title !== undefined && { title }),
			},
		});
		const tree = processor.runSync(processor.parse(file), file) as Root;
		const restored = isUntouched(tree) ? untouchedText(text) : restoredText(tree, text);
		return file.messages.length > 0 ? { ...restored, file } : restored;
	};
}

function restoredText(tree: Root, text: string): RestoredText {
	const line = plainOf(tree);
	// Links are no change of the line, which then is in memory once.
	const plain = line === text ? text : line;
	return { tree: hastOf(tree), plain, spans: spansOf(tree, text) };
}

/** A text that is shown as it came. */
export function untouchedText(text: string): RestoredText {
	return { tree: [{ type: 'text', value: text }], plain: text, spans: [] };
}

/** Whether a text is one line as it came, as most are. */
function isUntouched({ children: [paragraph] }: Root): boolean {
	const [text, ...others] = paragraph?.type === 'paragraph' ? paragraph.children : [];
	return (
		text?.type === 'text' &&
		text.data?.rule === undefined &&
		others.length === 0 &&
		!text.value.includes('\n')
	);
}

const rehype = unified()
	.use(remarkRehype, {
		handlers: {
			inlineMath: (_state: unknown, node: { data: { math: Element } }) => node.data.math,
		},
	})
	.use(rehypeHoldFormulas)
	.freeze();

function hastOf(tree: Root): ElementContent[] {
	const [paragraph] = (rehype.runSync(tree) as HastRoot).children;
	return paragraph?.type === 'element' ? paragraph.children : [];
}

function plainOf(node: Nodes): string {
	if (node.type === 'text') return node.value;
	if (node.type === 'inlineMath') return node.data!.line!;
	return 'children' in node ? node.children.map(plainOf).join('') : '';
}

function spansOf(tree: Root, text: string): RestoredSpan[] {
	const spans: RestoredSpan[] = [];
	visit(tree, (node) => {
		const rule = node.data?.rule;
		if (rule === undefined || !node.position) return;
		const [start, end] = [node.position.start.offset!, node.position.end.offset!];
		const shown = plainOf(node);
		if (node.type === 'link') spans.push({ start, end, rule, text: shown, href: node.url });
		else if (node.type === 'inlineMath')
			spans.push({ start, end, rule, text: shown, tex: node.value });
		else if (shown !== text.slice(start, end)) spans.push({ start, end, rule, text: shown });
		return SKIP;
	});
	return spans;
}

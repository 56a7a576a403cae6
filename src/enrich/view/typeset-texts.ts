import type { Element, ElementContent } from 'hast';
import type { Paper, Revision } from '../../model/paper.ts';
import { typographicQuotes } from '../../text/typographic-quotes.ts';
import type { RestoredRevision, RestoredTexts } from '../restore/restore-texts.ts';

/** A restored text, or as much of one as is shown. */
type Shown = RestoredRevision['title'];

/**
 * Every wording as it is printed: with typographic quotes, and with addresses that break at their slashes.
 * Names are found and sources shown in the texts as they are without.
 */
export function typesetTexts(papers: readonly Paper[], texts: RestoredTexts): RestoredTexts {
	const typeset = new Map<Revision, RestoredRevision>();
	for (const revision of papers.flatMap(({ revisions }) => revisions)) {
		const { title, abstract } = texts.of(revision);
		typeset.set(revision, { title: typesetText(title), abstract: typesetText(abstract) });
	}
	return { of: (revision) => typeset.get(revision)!, report: texts.report };
}

/** A text as it is printed. It is as long as before, and each of its characters where it was. */
export function typesetText(shown: Shown): Shown {
	const { plain, tree } = shown;
	if (!markRe.test(plain)) return shown;
	const set = typographicQuotes(tree.map(proseOf).join(''));
	let [at, line] = [0, ''];
	const place = (length: number, isProse: boolean) => {
		const text = (isProse ? set : plain).slice(at, at + length);
		at += length;
		line += text;
		return text;
	};
	const nodes = tree.flatMap((node) => typesetNode(node, place));
	return { ...shown, plain: line === plain ? plain : line, tree: nodes };
}

// What is typeset: quotes, and the slashes of addresses.
const markRe = /['"/]/;

/** Takes the next characters of a text: typeset, where they are prose. */
type Taker = (length: number, isProse: boolean) => string;

function typesetNode(node: ElementContent, take: Taker): ElementContent[] {
	if (node.type === 'text') return [{ ...node, value: take(node.value.length, true) }];
	if (node.type !== 'element') return [node];
	if (isProse(node)) {
		const children = node.children.flatMap((child) => typesetNode(child, take));
		return [{ ...node, children }];
	}
	const text = take(textOf(node).length, false);
	return [node.tagName === 'a' ? { ...node, children: breakable(text) } : node];
}

/** What of a node is prose; a letter for each character of what is none, which marks may stand beside. */
function proseOf(node: ElementContent): string {
	if (node.type === 'text') return node.value;
	if (node.type !== 'element') return '';
	return isProse(node) ? node.children.map(proseOf).join('') : 'x'.repeat(textOf(node).length);
}

// `https://github.com/a/b`, `github.com/a`; not the words of a link
const addressRe = /^\S+[./]\S+$/;

/** Whether an element has words, and is neither a formula nor an address. */
function isProse(element: Element): boolean {
	if (element.tagName === 'a') return !addressRe.test(textOf(element));
	return element.tagName !== 'math' && element.tagName !== 'code';
}

function textOf(node: ElementContent): string {
	if (node.type === 'text') return node.value;
	if (node.type !== 'element') return '';
	return node.tagName === 'math'
		? String(node.properties['alttext'])
		: node.children.map(textOf).join('');
}

// Behind the slashes of `https://github.com/a/b`
const slashRe = /(?<=\/)(?=[^/])/;

/** An address with places where a line may end. */
function breakable(address: string): ElementContent[] {
	return address.split(slashRe).flatMap((part, at): ElementContent[] => {
		const text = { type: 'text', value: part } as const;
		const opportunity: Element = {
			type: 'element',
			tagName: 'wbr',
			properties: {},
			children: [],
		};
		return at === 0 ? [text] : [opportunity, text];
	});
}

import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/** A paper of a feed: its title, its address, whole, and its abstract as its page has it. */
export interface FeedPaper {
	readonly title: string;
	readonly url: string;
	readonly html: string;
}

/**
 * An abstract's HTML as a feed can carry it: Unicode in the place of MathML, which many readers strip
 * to its letters, and links within the site made whole. `page` is the address of the abstract's page.
 */
export function feedHtml(html: string, page: string): string {
	return toHtml(feedTree(html, page));
}

/** A digest's papers as HTML, with whole abstracts. */
export function digestHtml(papers: readonly FeedPaper[]): string {
	const item = ({ title, url, html }: FeedPaper): Element =>
		h('li', [h('h3', h('a', { href: url }, title)), ...feedTree(html, url)]);
	return toHtml(h('ol', papers.map(item)));
}

function feedTree(html: string, page: string): ElementContent[] {
	const tree: Root = fromHtml(html, { fragment: true });
	visit(tree, 'element', (element, index, parent) => {
		const { tagName, properties } = element;
		const href = String(properties['href']);
		if (tagName === 'a' && !URL.canParse(href)) properties['href'] = new URL(href, page).href;
		if (tagName !== 'math' || !parent) return undefined;
		parent.children[index!] = { type: 'text', value: String(properties['alttext']) };
		return SKIP;
	});
	return tree.children as ElementContent[];
}

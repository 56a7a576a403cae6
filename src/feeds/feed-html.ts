import type { Root } from 'hast';
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

/** What was made for each page, and of what: an abstract is in four feeds. */
const known = new Map<string, { readonly from: string; readonly html: string }>();

/**
 * An abstract's HTML as a feed can carry it: Unicode in the place of MathML, which many readers strip
 * to its letters, and links within the site made whole. `page` is the address of the abstract's page.
 */
export function feedHtml(html: string, page: string): string {
	let made = known.get(page);
	if (made?.from !== html) known.set(page, (made = { from: html, html: forFeed(html, page) }));
	return made.html;
}

/** A digest's papers as HTML, with whole abstracts. */
export function digestHtml(papers: readonly FeedPaper[]): string {
	const items = papers.map(({ title, url, html }) => {
		const heading = toHtml(h('h3', h('a', { href: url }, title)));
		return `<li>${heading}${feedHtml(html, url)}</li>`;
	});
	return `<ol>${items.join('')}</ol>`;
}

function forFeed(html: string, page: string): string {
	// Most abstracts have neither formula nor link, and parsing one takes longer than all else in a feed.
	if (!html.includes('<math') && !html.includes('href="../')) return html;
	const tree: Root = fromHtml(html, { fragment: true });
	visit(tree, 'element', (element, index, parent) => {
		const { tagName, properties } = element;
		const href = String(properties['href']);
		if (tagName === 'a' && !URL.canParse(href)) properties['href'] = new URL(href, page).href;
		if (tagName !== 'math' || !parent) return undefined;
		parent.children[index!] = { type: 'text', value: String(properties['alttext']) };
		return SKIP;
	});
	return toHtml(tree);
}

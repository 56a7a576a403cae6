import type { Root } from 'mdast';
import { toHtml } from 'hast-util-to-html';
import rehypeSlug from 'rehype-slug';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import remarkSmartypants from 'remark-smartypants';
import { visit } from 'unist-util-visit';

/**
 * The site's own prose, Markdown, as HTML. Addresses such as `/digests/` are from the root of the
 * site; `href` puts the base path before them; `{papers}` is what `words` has under that name, as plain
 * text or as the address of a link, which is none where that is empty. Never for the text of a dump.
 */
export function renderProse(
	markdown: string,
	href: (address: string) => string,
	words: Readonly<Record<string, string>> = {},
): string {
	const processor = remark()
		.use(remarkFillIn, words)
		.use(remarkSmartypants)
		.use(remarkSiteLinks, href)
		.use(remarkRehype)
		.use(rehypeSlug)
		.freeze();
	return toHtml(processor.runSync(processor.parse(markdown)));
}

// `{papers}`
const gapRe = /\{(\w+)\}/g;

function remarkFillIn(words: Readonly<Record<string, string>>) {
	return (tree: Root): void => {
		visit(tree, 'text', (node) => {
			node.value = fillIn(node.value, words);
		});
		visit(tree, 'link', (link, index, parent) => {
			link.url = fillIn(link.url, words);
			if (link.url === '') parent!.children.splice(index!, 1, ...link.children);
		});
	};
}

function fillIn(text: string, words: Readonly<Record<string, string>>): string {
	return text.replace(gapRe, (gap, name: string) => words[name] ?? gap);
}

function remarkSiteLinks(href: (address: string) => string) {
	return (tree: Root): void => {
		visit(tree, 'link', (link) => {
			if (link.url.startsWith('/')) link.url = href(link.url);
		});
	};
}

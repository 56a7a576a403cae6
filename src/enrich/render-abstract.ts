import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const processor = unified().use(remarkRehype).use(rehypeStringify).freeze();

/** An abstract as HTML. The text becomes text nodes and nothing else, so whatever it holds is escaped. */
export function renderAbstract(abstract: string): string {
	const tree: Root = {
		type: 'root',
		children: [{ type: 'paragraph', children: [{ type: 'text', value: abstract }] }],
	};
	return processor.stringify(processor.runSync(tree));
}

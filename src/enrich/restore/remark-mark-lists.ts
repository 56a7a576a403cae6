import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { replaceCharacters } from './nodes.ts';
import { replaceMatches } from './replace-in-text.ts';

// `computations: bullet On the positive side … time. bullet On`, `include: * The GPT-2 … train. * Prepending`
const markRe = /(?<=^|[.:;!?)] )(\*|\\?bullet)(?= (?:[A-Z0-9“"(]))/g;

/** Make the marks of lists bullets, each on a line of its own. */
export function remarkMarkLists() {
	return (tree: Root, file: VFile): void => {
		replaceMatches(tree, file, markRe, ({ 0: mark, index }) => {
			const bullet = replaceCharacters(file, [index, index + mark.length], 'list-mark', '•');
			return index === 0
				? bullet
				: { ...bullet, nodes: [{ type: 'break' }, ...bullet.nodes] };
		});
	};
}

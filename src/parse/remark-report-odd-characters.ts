import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import { placeInDump } from './dump-blocks.ts';
import { oddCharacters } from './odd-characters.ts';

/** Report characters that a reader cannot see or a feed cannot carry, each with its column. */
export function remarkReportOddCharacters() {
	return (tree: Root, file: VFile): void => {
		visit(tree, 'text', (node) => {
			for (const { name, index } of oddCharacters(node.value))
				report(file, 'odd-character', name, placeInDump(node, index));
		});
	};
}

import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import { placeInDump } from './dump-blocks.ts';

// Bidirectional controls, zero-width characters, U+FFFD, and control characters that XML forbids.
const oddRe =
	/[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD\uFFFE\uFFFF]/g;

/** Report characters that a reader cannot see or a feed cannot carry, each with its column. */
export function remarkReportOddCharacters() {
	return (tree: Root, file: VFile): void => {
		visit(tree, 'text', (node) => {
			for (const { 0: character, index } of node.value.matchAll(oddRe)) {
				const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
				report(file, 'odd-character', `U+${code}`, placeInDump(node, index));
			}
		});
	};
}

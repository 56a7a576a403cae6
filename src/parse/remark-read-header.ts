import type { Paragraph, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import type { PrintedDate } from '../model/digest.ts';
import { parsePrintedDate } from './printed-date.ts';

declare module 'mdast' {
	interface RootData {
		/** The date block of a dump; absent when the header was refused. */
		printedDate?: PrintedDate;
	}
}

/** The blocks that stand before the date, in order. */
export const headerBlocks = [
	'new',
	'Get trending papers in your email inbox!',
	'Subscribe',
	'byAK and the research community',
] as const;

/** Take the header off a dump's tree and keep its date in `data.printedDate`. */
export function remarkReadHeader() {
	return (tree: Root, file: VFile): void => {
		const blocks = tree.children as Paragraph[];
		const wrong = headerBlocks.findIndex(
			(expected, index) => textOf(blocks[index]) !== expected,
		);
		if (wrong >= 0) {
			report(
				file,
				'wrong-header',
				textOf(blocks[wrong]) ?? 'end of file',
				placeOf(blocks[wrong]),
			);
			return;
		}
		const date = blocks[headerBlocks.length];
		if (!date) {
			report(file, 'missing-date', 'end of file');
			return;
		}
		const printedDate = parsePrintedDate(toString(date), date.position!.start.line, file);
		if (!printedDate) return;
		tree.data = { ...tree.data, printedDate };
		tree.children.splice(0, headerBlocks.length + 1);
	};
}

function textOf(block: Paragraph | undefined): string | undefined {
	return block && toString(block);
}

function placeOf(block: Paragraph | undefined) {
	return block?.position?.start;
}

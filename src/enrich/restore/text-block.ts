import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { Position } from 'unist';
import type { VFile } from 'vfile';

/** Where a text begins in its dump, line and column counted from 1. */
export interface TextPlace {
	readonly line: number;
	readonly column: number;
}

declare module 'vfile' {
	interface DataMap {
		/** Where the text begins in its dump. */
		place?: TextPlace;
	}
}

/**
 * Parser for unified: a title or an abstract as one paragraph with one text node. Offsets count
 * within the text, lines and columns within its dump. Nothing in it is markup until a plugin finds
 * that the feed left it so.
 */
export function textBlock(this: Processor): void {
	this.parser = (value: string, file: VFile): Root => {
		const position = positionOf(file, 0, value.length);
		return {
			type: 'root',
			position,
			children: [
				{ type: 'paragraph', position, children: [{ type: 'text', value, position }] },
			],
		};
	};
}

/** Where a stretch of the text stands in its dump. */
export function positionOf(file: VFile, start: number, end: number): Position {
	const { line, column } = file.data.place ?? { line: 1, column: 1 };
	return {
		start: { line, column: column + start, offset: start },
		end: { line, column: column + end, offset: end },
	};
}

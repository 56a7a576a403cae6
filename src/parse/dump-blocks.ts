import type { Paragraph, Root, Text } from 'mdast';
import type { Point } from 'unist';
import type { Processor } from 'unified';
import { limits } from '../model/limits.ts';

/** Where a line of the dump begins within a text node's value. */
interface LineStart {
	readonly at: number;
	readonly line: number;
	readonly column: number;
}

declare module 'mdast' {
	interface ParagraphData {
		/** Characters of the whole block, also where it is too long to be kept. */
		size?: number;
	}
	interface TextData {
		/** Of a block of more than one line. */
		lines?: readonly LineStart[];
	}
}

/**
 * Parser for unified: blocks separated by blank lines become paragraphs with
 * positions, their lines joined by one space. Nothing in a dump is markup, so `remark-parse` must never see one: it reads `\(x\)` as
 * escapes and `*state collapse*` as emphasis.
 */
export function dumpBlocks(this: Processor): void {
	this.parser = (text: string) => parseBlocks(text);
}

function parseBlocks(text: string): Root {
	const children: Paragraph[] = [];
	let block: Line[] = [];
	let size = 0;
	const close = (): void => {
		if (block.length > 0) children.push(paragraph(block, size - 1));
		block = [];
		size = 0;
	};
	let line = 1;
	let start = 0;
	while (start <= text.length) {
		const end = lineEnd(text, start);
		const content = text.slice(start, end);
		const trimmed = content.trim();
		if (trimmed === '') close();
		else {
			// A block beyond the limit is refused; what more of it there is need not be kept.
			if (size <= limits.abstract) {
				const indent = content.length - content.trimStart().length;
				block.push({ text: trimmed, line, column: indent + 1 });
			}
			size += trimmed.length + 1;
		}
		start = afterLineEnd(text, end);
		line++;
	}
	close();
	return { type: 'root', children };
}

interface Line extends Point {
	/** Trimmed. */
	readonly text: string;
}

// LF, CRLF and CR are equal.
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function lineEnd(text: string, start: number): number {
	let end = start;
	while (end < text.length) {
		const code = text.charCodeAt(end);
		if (code === lineFeed || code === carriageReturn) break;
		end++;
	}
	return end;
}

function afterLineEnd(text: string, end: number): number {
	const isPair = text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed;
	return end + (isPair ? 2 : 1);
}

/** The lines of a block, joined by one space each, as one text. */
function paragraph(block: readonly Line[], size: number): Paragraph {
	const first = block[0]!;
	const last = block[block.length - 1]!;
	const position = {
		start: { line: first.line, column: first.column },
		end: { line: last.line, column: last.column + last.text.length },
	};
	const value = block.map(({ text }) => text).join(' ');
	const text: Text = { type: 'text', value, position };
	if (block.length > 1) text.data = { lines: lineStarts(block) };
	return { type: 'paragraph', children: [text], position, data: { size } };
}

function lineStarts(block: readonly Line[]): LineStart[] {
	let at = 0;
	return block.map(({ text, line, column }) => {
		const start = { at, line, column };
		at += text.length + 1;
		return start;
	});
}

/** Where a character of a text node stands in the dump. */
export function placeInDump(
	{ data, position }: Text,
	index: number,
): { line: number; column: number } {
	const lines = data?.lines;
	const start = lines?.findLast(({ at }) => at <= index) ?? { at: 0, ...position!.start };
	return { line: start.line, column: start.column + index - start.at };
}

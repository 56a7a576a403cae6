import type { Paragraph, Root, Text } from 'mdast';
import type { Point } from 'unist';
import type { Processor } from 'unified';

// LF, CRLF and CR are equal.
const lineEndRe = /\r\n|\n|\r/g;

/**
 * Parser for unified: blocks separated by blank lines become paragraphs, each line a text node, with
 * positions. Nothing in a dump is markup, so `remark-parse` must never see one: it reads `\(x\)` as
 * escapes and `*state collapse*` as emphasis.
 */
export function dumpBlocks(this: Processor): void {
	this.parser = (text: string) => parseBlocks(text);
}

function parseBlocks(text: string): Root {
	const children: Paragraph[] = [];
	let block: Text[] = [];
	const close = (): void => {
		if (block.length > 0) children.push(paragraph(block));
		block = [];
	};
	for (const { content, line, offset } of lines(text)) {
		const trimmed = content.trim();
		if (trimmed === '') close();
		else
			block.push(
				textNode(trimmed, line, offset, content.length - content.trimStart().length),
			);
	}
	close();
	return { type: 'root', children };
}

function* lines(text: string): Generator<{ content: string; line: number; offset: number }> {
	let line = 1;
	let offset = 0;
	for (const end of text.matchAll(lineEndRe)) {
		yield { content: text.slice(offset, end.index), line, offset };
		offset = end.index + end[0].length;
		line++;
	}
	yield { content: text.slice(offset), line, offset };
}

function textNode(value: string, line: number, lineOffset: number, indent: number): Text {
	const start = { line, column: indent + 1, offset: lineOffset + indent };
	const end = { line, column: start.column + value.length, offset: start.offset + value.length };
	return { type: 'text', value, position: { start, end } };
}

/** The lines of a block with a space between each two, whose position is the line end it stands for. */
function paragraph(block: readonly Text[]): Paragraph {
	const children = block.flatMap((text, index) => {
		const previous = block[index - 1];
		return previous ? [joint(previous.position!.end, text.position!.start), text] : [text];
	});
	const start = children[0]!.position!.start;
	const end = children[children.length - 1]!.position!.end;
	return { type: 'paragraph', children, position: { start, end } };
}

function joint(start: Point, end: Point): Text {
	return { type: 'text', value: ' ', position: { start, end } };
}

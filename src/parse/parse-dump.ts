import type { Heading, Paragraph, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import type { Entry, ParsedDump, Passage } from '../model/digest.ts';
import type { DumpExtension } from '../model/dump-name.ts';
import { ownText } from '../text/own-text.ts';
import { decodeDump } from './decode-dump.ts';
import { dumpBlocks } from './dump-blocks.ts';
import { isFeedList, parseFeedList } from './feed-list/parse-feed-list.ts';
import { remarkPairEntries } from './remark-pair-entries.ts';
import { remarkReadHeader } from './remark-read-header.ts';
import { remarkReportOddCharacters } from './remark-report-odd-characters.ts';

const processor = unified()
	.use(dumpBlocks)
	.use(remarkReportOddCharacters)
	.use(remarkReadHeader)
	.use(remarkPairEntries)
	.freeze();

/**
 * Read a dump: plain text, or the feed's own list in JSON, whatever its name. All that is wrong with it is reported on the file, with line and column; a dump with
 * an error gives `undefined`, for a dump is accepted whole or not at all. Time is linear in its size.
 */
export function parseDump(file: VFile): ParsedDump | undefined {
	const text = decodeDump(file);
	if (text === undefined) return undefined;
	return isFeedList(text) ? parseFeedList(text, file) : parseText(text, file);
}

// Enough to see what a file is.
const beginning = 1_000;

/** The ending that the name of a dump gets, by its content. */
export function dumpExtension({ value }: VFile): DumpExtension {
	const text =
		typeof value === 'string'
			? value.slice(0, beginning)
			: new TextDecoder().decode(value.subarray(0, beginning));
	return isFeedList(text) ? '.json' : '.txt';
}

function parseText(text: string, file: VFile): ParsedDump | undefined {
	const tree = processor.runSync(processor.parse(text), file) as Root;
	const date = tree.data?.printedDate;
	if (!date || file.messages.some((message) => message.fatal)) return undefined;
	return { date, entries: entriesOf(tree) };
}

function entriesOf(tree: Root): Entry[] {
	const blocks = tree.children as (Heading | Paragraph)[];
	return Array.from({ length: blocks.length / 2 }, (_, index) => ({
		title: passage(blocks[2 * index]!),
		abstract: passage(blocks[2 * index + 1]!),
	}));
}

function passage(block: Heading | Paragraph): Passage {
	const { line, column } = block.position!.start;
	return { text: ownText(toString(block)), line, column };
}

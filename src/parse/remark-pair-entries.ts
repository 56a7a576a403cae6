import type { Paragraph, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { otherPlace, report } from '../diagnostics.ts';
import { limits } from '../model/limits.ts';
import { endsSentence, sentences } from '../text/sentences.ts';
import { checkLengths, type Measured } from './check-lengths.ts';
import { headerBlocks } from './remark-read-header.ts';

// Longer than any real title; the longest seen has 175 characters.
const longestTitle = 250;

/**
 * Pair the blocks after the header: titles become headings, abstracts stay paragraphs. Blocks must
 * alternate by shape as well as by count, because one block too few silently inverts every pair
 * after it; each break is reported where it is, and reading goes on behind it.
 */
export function remarkPairEntries() {
	return (tree: Root, file: VFile): void => {
		if (!tree.data?.printedDate) return;
		const blocks = tree.children as Paragraph[];
		if (blocks.length === 0) report(file, 'missing-entries', '');
		tree.children = pair(blocks, file);
	};
}

function pair(blocks: readonly Paragraph[], file: VFile): RootContent[] {
	const entries: RootContent[] = [];
	let title: Paragraph | undefined;
	for (const block of blocks) {
		const text = toString(block);
		const place = block.position!.start;
		if ((headerBlocks as readonly string[]).includes(text)) {
			report(file, 'header-in-middle', text, place);
		} else if (!title) {
			if (isSurelyAbstract(text))
				report(file, 'abstract-without-title', text, place, { cause: lastPair(entries) });
			else title = block;
		} else if (isSurelyTitle(text)) {
			reportLoneTitle(title, entries, file);
			title = block;
		} else {
			checkLengths(measured(title), measured(block), file);
			entries.push({ ...title, type: 'heading', depth: 2 }, block);
			title = undefined;
		}
	}
	if (title) reportLoneTitle(title, entries, file);
	return entries;
}

function reportLoneTitle(title: Paragraph, entries: readonly RootContent[], file: VFile): void {
	const place = title.position!.start;
	report(file, 'title-without-abstract', toString(title), place, { cause: lastPair(entries) });
}

/** Neither shape is sure of a block between the two; then its turn decides. */
function isSurelyAbstract(text: string): boolean {
	const hasSentences = sentences(text).length > 1;
	const ends = endsSentence(text);
	return text.length > longestTitle
		? hasSentences || ends
		: hasSentences && ends && !isShort(text);
}

function isSurelyTitle(text: string): boolean {
	return isShort(text) && (!endsSentence(text) || text.endsWith('?'));
}

function isShort(text: string): boolean {
	return text.length < limits.usualAbstract;
}

function lastPair(entries: readonly RootContent[]) {
	const end = entries[entries.length - 1]?.position?.end;
	return end && otherPlace('title-without-abstract', 'Last complete paper ends here', end);
}

function measured(block: Paragraph): Measured {
	return { size: block.data!.size!, place: block.position!.start };
}

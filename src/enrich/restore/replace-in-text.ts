import type { PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { plainText, type Replacement } from './nodes.ts';

/**
 * Offer every stretch of text that no rule has touched yet, by its offsets, and put what is found
 * in its place. Replacements are in order and do not overlap.
 */
export function replaceInText(
	tree: Root,
	file: VFile,
	find: (start: number, end: number) => readonly Replacement[],
): void {
	visit(tree, (node, index, parent) => {
		if (node.type === 'link') return SKIP;
		if (node.type !== 'text' || node.data?.rule !== undefined || !parent) return undefined;
		const [start, end] = offsetsOf(node);
		const replacements = find(start, end);
		if (replacements.length === 0) return undefined;
		const nodes = [...split(file, start, end, replacements)];
		parent.children.splice(index!, 1, ...nodes);
		return [SKIP, index! + nodes.length];
	});
}

/** Put other nodes in the place of stretches that were found in the whole text, where no rule has touched them yet. */
export function replaceAll(tree: Root, file: VFile, replacements: readonly Replacement[]): void {
	if (replacements.length === 0) return;
	// Text comes in order, so what was passed is not looked at again: a text in many pieces stays linear.
	let next = 0;
	replaceInText(tree, file, (start, end) => {
		const found: Replacement[] = [];
		while (next < replacements.length && replacements[next]!.start < start) next++;
		while (next < replacements.length && replacements[next]!.start < end) {
			const replacement = replacements[next]!;
			const last = found[found.length - 1]?.end ?? start;
			if (replacement.end <= end && replacement.start >= last) found.push(replacement);
			next++;
		}
		return found;
	});
}

/** Every match of a global expression in the text, as what `replace` makes of it. */
export function replaceMatches(
	tree: Root,
	file: VFile,
	re: RegExp,
	replace: (match: RegExpExecArray) => Replacement | readonly Replacement[] | undefined,
): void {
	const text = String(file);
	if (text.search(re) === -1) return;
	const found = [...text.matchAll(re)].flatMap((match) => replace(match) ?? []);
	replaceAll(tree, file, found);
}

/** Where a match stands. */
export function rangeOf({ 0: whole, index }: RegExpExecArray): [start: number, end: number] {
	return [index, index + whole.length];
}

function offsetsOf({ position }: Text): [start: number, end: number] {
	return [position!.start.offset!, position!.end.offset!];
}

function* split(
	file: VFile,
	start: number,
	end: number,
	replacements: readonly Replacement[],
): Generator<PhrasingContent> {
	let at = start;
	for (const replacement of replacements) {
		if (replacement.start > at) yield plainText(file, at, replacement.start);
		yield* replacement.nodes;
		at = replacement.end;
	}
	if (at < end) yield plainText(file, at, end);
}

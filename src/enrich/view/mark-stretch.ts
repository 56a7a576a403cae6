import type { Element, ElementContent } from 'hast';

/** A stretch of a text. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

type Nodes = readonly ElementContent[];

/**
 * An abstract's nodes with a stretch of its plain text in an element of that class. Left as they are
 * where the stretch begins or ends within an element.
 */
export function markStretch(
	tree: Nodes,
	{ start, end }: Stretch,
	className: string,
): ElementContent[] {
	const [before, rest] = split(tree, start) ?? [];
	const [inside, after] = (rest && split(rest, end - start)) ?? [];
	if (!before || !inside || !after) return [...tree];
	const marked: Element = {
		type: 'element',
		tagName: 'span',
		properties: { className: [className] },
		children: inside,
	};
	return [...before, marked, ...after];
}

/** What is before and after a place of the plain text; nothing when the place is within an element. */
function split(nodes: Nodes, place: number): [ElementContent[], ElementContent[]] | undefined {
	let at = 0;
	for (const [index, node] of nodes.entries()) {
		const length = plainLength(node);
		if (at + length <= place) {
			at += length;
			continue;
		}
		const [before, after] = [nodes.slice(0, index), nodes.slice(index)];
		if (at === place) return [before, after];
		if (node.type !== 'text') return undefined;
		const value = node.value.slice(0, place - at);
		const rest = node.value.slice(place - at);
		return [
			[...before, { type: 'text', value }],
			[{ type: 'text', value: rest }, ...nodes.slice(index + 1)],
		];
	}
	return at === place ? [[...nodes], []] : undefined;
}

/** As many characters as a node is in plain text; a formula is its line of Unicode. */
function plainLength(node: ElementContent): number {
	if (node.type === 'text') return node.value.length;
	if (node.type !== 'element') return 0;
	const { alttext } = node.properties;
	if (typeof alttext === 'string') return alttext.length;
	return node.children.reduce((sum, child) => sum + plainLength(child), 0);
}

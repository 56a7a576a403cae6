import type { Element, ElementContent, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';

// The sentence's marks right before and behind a formula: `(` and `).`
const openingRe = /[([“‘"'/–—-]+$/;
const closingRe = /^[)\],.;:!?”’"'/%–—-]+/;
// A longer one may not fit a phone; it is then scrolled by itself.
const widest = 30;

/** Hold a formula and the sentence's marks beside it on one line, and make a wide one scroll where it does not fit. */
export function rehypeHoldFormulas() {
	return (tree: Root): void => {
		visit(tree, 'element', (formula, index, parent) => {
			if (formula.tagName !== 'math' || index === undefined || parent?.type !== 'element')
				return;
			const siblings = parent.children;
			const marks = [
				takeMarks(siblings[index - 1], openingRe),
				takeMarks(siblings[index + 1], closingRe),
			];
			const isWide = String(formula.properties['alttext']).length > widest;
			if (!isWide && marks.every((mark) => mark === undefined)) return;
			siblings[index] = held(formula, marks, isWide);
		});
	};
}

/** Take the marks off a text. */
function takeMarks(node: ElementContent | undefined, re: RegExp): Text | undefined {
	const value = node?.type === 'text' ? re.exec(node.value)?.[0] : undefined;
	if (node?.type !== 'text' || value === undefined) return undefined;
	node.value = node.value.replace(re, '');
	return { type: 'text', value };
}

function held(
	formula: Element,
	[before, behind]: readonly (Text | undefined)[],
	isWide: boolean,
): Element {
	return {
		type: 'element',
		tagName: 'span',
		// What can be scrolled must be in the keyboard's reach.
		properties: isWide ? { className: ['wide'], tabIndex: 0 } : { className: ['held'] },
		children: [before, formula, behind].filter((node) => node !== undefined),
	};
}

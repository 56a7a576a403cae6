import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import temml from 'temml';

// An abstract's formulas are short; Temml's own bounds are set far beyond.
const longestTex = 500;
const deepestNesting = 20;
const options = {
	annotate: true,
	throwOnError: true,
	strict: false,
	trust: false,
	maxSize: [10, 10] as [number, number],
	maxExpand: 100,
};

/**
 * A formula as MathML, its TeX as annotation. No style attribute is in it, for a content security
 * policy drops them. Throws whatever Temml throws, and where a formula is too long or too deep.
 */
export function typesetFormula(tex: string): Element {
	if (tex.length > longestTex || nesting(tex) > deepestNesting)
		throw new RangeError('The formula is longer or deeper than any of an abstract');
	const [math] = fromHtml(temml.renderToString(tex, options), { fragment: true }).children;
	if (math?.type !== 'element' || math.tagName !== 'math')
		throw new Error('Temml gave no formula');
	visit(math, 'element', (element) => {
		delete element.properties['style'];
		delete element.properties['className'];
		delete element.position;
	});
	return math;
}

/** How deep braces stand in braces. */
function nesting(tex: string): number {
	let deepest = 0;
	let depth = 0;
	for (const character of tex) {
		if (character === '{') deepest = Math.max(deepest, ++depth);
		else if (character === '}') depth--;
	}
	return deepest;
}

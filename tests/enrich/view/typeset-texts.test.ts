import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { typesetText } from '../../../src/enrich/view/typeset-texts.ts';
import { restore } from '../../support/lexicon.ts';
import { seedAbstracts } from '../../support/seed-texts.ts';

const formulaRe = /<math.*?<\/math>/g;

/** A text as it is printed, its formulas left out of the HTML. */
function printed(text: string) {
	const { plain, tree } = typesetText(restore(text));
	return { plain, html: toHtml([...tree]).replace(formulaRe, '<math>') };
}

describe('a text as it is printed', () => {
	test.each([
		["Don't", 'Don’t', 'Don’t'],
		// TeX's marks are set by then.
		['``one\'\' and "two"', '“one” and “two”', '“one” and “two”'],
		// A quotation goes over what is emphasized, and a genitive stands behind it.
		['"a {\\em b} c" and {\\em d}\'s', '“a b c” and d’s', '“a <em>b</em> c” and <em>d</em>’s'],
		// A formula stays what it is, and may be quoted.
		['"$n^2$" is "$x\'$"', "“n²” is “$x'$”", null],
		["$n$'s", 'n’s', null],
		[
			"See https://a.io/b/it's.",
			"See https://a.io/b/it's.",
			'See <a href="https://a.io/b/it&#x27;s" rel="external noopener noreferrer">https://<wbr>a.io/<wbr>b/<wbr>it\'s</a>.',
		],
	])('%s', (text, plain, html) => {
		const { plain: line, html: markup } = printed(text);
		expect(line).toBe(plain);
		if (html !== null) expect(markup).toBe(html);
	});

	test('is as long as it was, and its tree says the same', () => {
		for (const abstract of seedAbstracts.values()) {
			const before = restore(abstract);
			const { plain, tree } = typesetText(before);
			expect(plain).toHaveLength(before.plain.length);
			expect(tree.map(textOf).join('')).toBe(plain);
		}
	});
});

function textOf(node: ElementContent): string {
	if (node.type === 'text') return node.value;
	if (node.type !== 'element') return '';
	const { alttext } = node.properties;
	return typeof alttext === 'string' ? alttext : node.children.map(textOf).join('');
}

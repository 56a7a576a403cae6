import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { markStretch } from '../../../src/enrich/view/mark-stretch.ts';

const marked = (html: string, start: number, end: number) =>
	toHtml(
		markStretch(
			fromHtml(html, { fragment: true }).children as ElementContent[],
			{ start, end },
			'm',
		),
	);

test.each([
	// Within one text, at its ends, over a link.
	['One. Two. Three.', 5, 9, 'One. <span class="m">Two.</span> Three.'],
	['One. Two.', 0, 9, '<span class="m">One. Two.</span>'],
	['A <a>b</a> c. D.', 0, 6, '<span class="m">A <a>b</a> c.</span> D.'],
	['A. <a>B</a> c.', 3, 7, 'A. <span class="m"><a>B</a> c.</span>'],
	// A formula is as long as its line of Unicode.
	[
		'A <math alttext="n²"><mi>n</mi></math>. B.',
		0,
		5,
		'<span class="m">A <math alttext="n²"><mi>n</mi></math>.</span> B.',
	],
	// What ends within an element is left alone.
	['A <a>b. C</a>.', 0, 4, 'A <a>b. C</a>.'],
])('%s from %i to %i', (html, start, end, expected) => {
	expect(marked(html, start, end)).toBe(expected);
});

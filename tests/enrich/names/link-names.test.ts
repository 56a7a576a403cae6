import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { ElementContent } from 'hast';
import { describe, expect, test } from 'vitest';
import { linkNames } from '../../../src/enrich/names/link-names.ts';

const things = [
	{ slug: 'mamba', name: 'Mamba' },
	{ slug: 'mamba-2', name: 'Mamba-2' },
	{ slug: 'gsm-plus-plus', name: 'GSM++' },
];
const link = (html: string) => {
	const tree = fromHtml(html, { fragment: true }).children as ElementContent[];
	return toHtml(linkNames(tree, things, (slug) => `/${slug}/`));
};

describe('linkNames', () => {
	test.each([
		[
			'<p>Mamba, then Mamba.</p>',
			'<p><a class="name" href="/mamba/">Mamba</a>, then Mamba.</p>',
		],
		// The longer name is another's.
		['With Mamba-2 alone', 'With <a class="name" href="/mamba-2/">Mamba-2</a> alone'],
		['of GSM++; GSM', 'of <a class="name" href="/gsm-plus-plus/">GSM++</a>; GSM'],
		['<a href="https://a.io/Mamba">Mamba</a>', '<a href="https://a.io/Mamba">Mamba</a>'],
		[
			'<math alttext="Mamba"><mi>Mamba</mi></math>',
			'<math alttext="Mamba"><mi>Mamba</mi></math>',
		],
		['SubMamba Mambas', 'SubMamba Mambas'],
	])('%s', (html, linked) => {
		expect(link(html)).toBe(linked);
	});
});

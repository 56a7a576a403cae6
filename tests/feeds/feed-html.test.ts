import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { digestHtml, feedHtml } from '../../src/feeds/feed-html.ts';

const page = 'https://example.org/repo/papers/aaaaaaaaaa/';

describe('an abstract in a feed', () => {
	test.each([
		['O(n²)'],
		['a < b > c & d'],
		['x’s "prime" \'of\' `it`'],
		// What looks like an end, or a beginning.
		['</math><a href="../x">'],
		['&#x22; and &amp;'],
		['two\nlines'],
	])('has the text %j in the place of its formula', (text) => {
		const math = () => h('math', { alttext: text, display: 'block' }, [h('mi', 'n')]);
		const html = toHtml(h('p', ['From ', math(), ' to ', math(), '.']));
		expect(feedHtml(html, page)).toBe(toHtml(h('p', `From ${text} to ${text}.`)));
	});

	test.each([
		['../../systems/qwen3/', 'https://example.org/repo/systems/qwen3/'],
		// Whole already.
		[
			'https://example.com/?a=1&b="<a href="../x"',
			'https://example.com/?a=1&b="<a href="../x"',
		],
	])('links %j as %j', (href, whole) => {
		const linkTo = (to: string) =>
			toHtml(h('p', [h('a', { className: 'name', href: to, rel: 'external' }, 'Qwen3')]));
		expect(feedHtml(linkTo(href), page)).toBe(linkTo(whole));
	});

	test.each([['<a href="../x">'], ['<math alttext="n"></math>'], ['&#x22;']])(
		'says %j as its page does',
		(text) => {
			const html = toHtml(h('p', text));
			expect(feedHtml(html, page)).toBe(html);
		},
	);
});

test('a digest in a feed is a list of papers, each with its title and its abstract', () => {
	const papers = [{ title: 'a < b', url: page, html: '<p>About <b>it</b>.</p>' }];
	expect(digestHtml(papers)).toBe(
		`<ol><li><h3><a href="${page}">a &#x3C; b</a></h3><p>About <b>it</b>.</p></li></ol>`,
	);
});

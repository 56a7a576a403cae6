import { describe, expect, test } from 'vitest';
import { restore } from '../../support/lexicon.ts';

describe('addresses become links', () => {
	const links = (text: string) =>
		restore(text).spans.flatMap(({ href, text }) => (href === undefined ? [] : [[href, text]]));

	test.each([
		// The full stop is the sentence's.
		['at https://github.com/a/b.', 'https://github.com/a/b', 'https://github.com/a/b'],
		['at (https://a.io/x_(y)).', 'https://a.io/x_(y)', 'https://a.io/x_(y)'],
		['[https://a.io/x]', 'https://a.io/x', 'https://a.io/x'],
		['at https://a.io/x{https://a.io/x}.', 'https://a.io/x', 'https://a.io/x'],
		['at https://a.io/x.md{this https URL}.', 'https://a.io/x.md', 'https://a.io/x.md'],
		['found https://a.io/x{here.} Now', 'https://a.io/x', 'here.'],
		['see [our page](https://a.io/x).', 'https://a.io/x', 'our page'],
		['at [https://a.io/x](https://a.io/x).', 'https://a.io/x', 'https://a.io/x'],
		// What an address may not have is escaped in it.
		[
			'at https://a.io/%zz/%2f|[1].',
			'https://a.io/%25zz/%2f%7C%5B1%5D',
			'https://a.io/%zz/%2f|[1]',
		],
		['at github.com/a/b_c.', 'https://github.com/a/b_c', 'github.com/a/b_c'],
		['at https://a.io/x\\_y, or', 'https://a.io/x_y', 'https://a.io/x_y'],
		[
			'at https://a.io/Megatron-LM#retro.',
			'https://a.io/Megatron-LM#retro',
			'https://a.io/Megatron-LM#retro',
		],
		['at https://a.io/x.The code', 'https://a.io/x', 'https://a.io/x'],
		['on lineargen.github.io.', 'https://lineargen.github.io', 'lineargen.github.io'],
	])('%s', (text, href, shown) => {
		expect(links(text)).toEqual([[href, shown]]);
	});

	test.each([
		'fast.ai and Booking.com',
		'javascript:alert(1)',
		'ftp://a.io/x',
		'https://user@evil.io/',
		'https://localhost/',
		'v1.0/v2.0',
	])('but not of %s', (text) => {
		expect(links(text)).toEqual([]);
	});

	test('which leave the site and say so', () => {
		expect(restore('https://a.io/<b>').html).toBe(
			'<a href="https://a.io/" rel="external noopener noreferrer">https://a.io/</a>&#x3C;b>',
		);
	});
});

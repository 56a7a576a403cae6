import { describe, expect, test } from 'vitest';
import { renderAbstract } from '../../src/enrich/render-abstract.ts';

describe('renderAbstract', () => {
	test.each([
		['Plain words.', '<p>Plain words.</p>'],
		[
			'<script>alert(1)</script> & <b>',
			'<p>&#x3C;script>alert(1)&#x3C;/script> &#x26; &#x3C;b></p>',
		],
		['*not* [a](b) `c` # d', '<p>*not* [a](b) `c` # d</p>'],
		['{{4}} {expression} ${x}', '<p>{{4}} {expression} ${x}</p>'],
	])('%s', (text, expected) => {
		expect(renderAbstract(text)).toBe(expected);
	});
});

import { expect, test } from 'vitest';
import { ownText } from '../../src/text/own-text.ts';

test.each(['', 'a "quoted" \\ text\n', 'naïve – 𝒪(n)', '\ud800 alone'])(
	'%j is copied character by character',
	(text) => {
		expect(ownText(`before ${text} after`.slice(7, -6))).toBe(text);
	},
);

import { expect, test } from 'vitest';
import { closeDirections } from '../../src/language/close-directions.ts';

test.each([
	['A title', 'A title'],
	// Balanced already.
	['a\u202eb\u202cc\u2066d\u2069', 'a\u202eb\u202cc\u2066d\u2069'],
	['\u202ea', '\u202ea\u202c'],
	['\u2067a\u202eb', '\u2067a\u202eb\u202c\u2069'],
	// The end of an isolate ends what began within it.
	['\u2066a\u202eb\u2069c', '\u2066a\u202eb\u2069c'],
	// An end of something else ends nothing.
	['\u2066a\u202c', '\u2066a\u202c\u2069'],
	['a\u202c\u2069', 'a\u202c\u2069'],
])('%j becomes %j', (text, expected) => {
	expect(closeDirections(text)).toBe(expected);
	expect(closeDirections(expected)).toBe(expected);
});

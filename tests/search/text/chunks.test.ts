import { describe, expect, test } from 'vitest';
import { chunksOf } from '../../../src/search/text/chunks.ts';

describe('chunksOf', () => {
	test.each([
		['(“GPT-4’s” – or not),', ['GPT-4', 'or', 'not']],
		['in O(n log n) time (O(n)).', ['in', 'O(n log n)', 'time', 'O(n)']],
		['C++, F*. and GSM++:', ['C++', 'F*', 'and', 'GSM++']],
		['a model(s) [MASK] ~15× 50%', ['a', 'model(s)', 'MASK', '15×', '50']],
		// Never closed: only the chunk itself.
		['f(x and so on', ['f(x', 'and', 'so', 'on']],
	])('%s', (text, expected) => {
		const chunks = chunksOf(text);
		expect(chunks.map((chunk) => chunk.text)).toEqual(expected);
		for (const { text: chunk, start } of chunks)
			expect(text.slice(start, start + chunk.length)).toBe(chunk);
	});
});

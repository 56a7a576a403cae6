import { describe, expect, test } from 'vitest';
import { couldMint, mintPaperId } from '../../src/archive/mint-paper-id.ts';
import { wordingKey } from '../../src/archive/wording-key.ts';
import { isPaperId } from '../../src/model/id.ts';

const wording = wordingKey('LMUFormer: Low Complexity', 'An abstract.');

describe('mintPaperId', () => {
	test('depends on the title alone, and for ever', () => {
		const other = wordingKey('LMUFormer: low complexity', 'Another abstract.');
		// Changing this value would move every paper.
		expect(mintPaperId(wording, () => false)).toBe('yfe4srhapm');
		expect(mintPaperId(other, () => false)).toBe(mintPaperId(wording, () => false));
	});

	test('gives another id when the first is taken', () => {
		const taken = new Set<string>();
		for (let count = 0; count < 5; count++) {
			const id = mintPaperId(wording, (candidate) => taken.has(candidate));
			expect(isPaperId(id)).toBe(true);
			taken.add(id);
		}
		expect(taken.size).toBe(5);
	});

	test('gives the same ones for ever, one after another', () => {
		const taken: string[] = [];
		for (let count = 0; count < 4; count++)
			taken.push(mintPaperId(wording, (candidate) => taken.includes(candidate)));
		// From title and abstract, then with a counter from 2.
		expect(taken).toEqual(['yfe4srhapm', 've6f0f9gx2', 'nk3p2b5k91', '2t0522arsa']);
	});
});

describe('couldMint', () => {
	const first = mintPaperId(wording, () => false);
	const second = mintPaperId(wording, (id) => id === first);

	test('takes an id that a wording is given when those before it are taken', () => {
		expect(couldMint(first, wording, () => false)).toBe(true);
		expect(couldMint(second, wording, () => false)).toBe(false);
		expect(couldMint(second, wording, (id) => id === first)).toBe(true);
	});

	test('takes none that the wording does not give', () => {
		const other = mintPaperId(wordingKey('Another', 'Abstract.'), () => false);
		expect(couldMint(other, wording, (id) => id === other)).toBe(false);
	});
});

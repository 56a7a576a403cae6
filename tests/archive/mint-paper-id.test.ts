import { describe, expect, test } from 'vitest';
import { mintPaperId } from '../../src/archive/mint-paper-id.ts';
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
});

import { describe, expect, test } from 'vitest';
import { tellingWord } from '../../src/archive/telling-word.ts';

describe('tellingWord', () => {
	test.each([
		['WebSailor: Navigating', 'WebSailor-V2: Bridging', 'v2'],
		['A Model', 'A Model 2.0', '2.0'],
		['Notes on Grammar, Part II', 'Notes on Grammar, Part III', 'iii'],
		['PhysX-Anything: From One Image', 'PhysX-Omni: For All Objects', 'PhysX-Omni'],
		// The older one has the mark.
		['Kimi K1.5', 'Kimi', 'k1.5'],
	])('tells %s from %s', (before, now, word) => {
		expect(tellingWord(before, now)).toBe(word);
	});

	test.each([
		['Attention Is All You Need', 'Attention is all you need!'],
		['On Sequences', 'On Sequences and Trees'],
		['Hydra: A Model', 'Hydra: Another Model'],
		['Hydra: A Model', 'A Model'],
	])('takes %s and %s for one', (before, now) => {
		expect(tellingWord(before, now)).toBeUndefined();
	});
});

import { expect, test } from 'vitest';
import { largestNames, nameLetters } from '../../src/named/name-letters.ts';

const items = [
	['zeta', 1],
	['Élan', 3],
	['eagle', 3],
	['3D-Former', 9],
	['π-Bench', 2],
].map(([name, papers]) => ({ name: String(name), papers: Number(papers), link: '' }));

test('names stand under their letter, accents aside; what has none with the digits', () => {
	const letters = nameLetters(items).map(({ id, items }) => [id, items.map(({ name }) => name)]);
	expect(Object.fromEntries(letters)).toEqual({
		'0-9': ['3D-Former', 'π-Bench'],
		e: ['eagle', 'Élan'],
		z: ['zeta'],
	});
});

test('the heading of the digits names what stands under it in another script, at the address it always had', () => {
	const labels = nameLetters(items).map(({ id, label }) => [id, label]);
	expect(Object.fromEntries(labels)).toEqual({ '0-9': '0–9 and others', e: 'E', z: 'Z' });
});

test('the largest come first, of equal ones in the order of the alphabet', () => {
	expect(largestNames(items, 3).map(({ name }) => name)).toEqual(['3D-Former', 'eagle', 'Élan']);
});

import { expect, test } from 'vitest';
import { contrast, mix, readHex, readOklch, writeHex } from '../../src/model/colour.ts';

test.each([
	['#000000', '#ffffff', 21],
	['#777777', '#ffffff', 4.48],
	['#ff0000', '#ffffff', 4],
	['#0000ff', '#000000', 2.44],
])('the contrast of %s and %s is %d, as WCAG’s examples say', (one, other, expected) => {
	expect(contrast(readHex(one), readHex(other))).toBeCloseTo(expected, 1);
	expect(contrast(readHex(other), readHex(one))).toBeCloseTo(expected, 1);
});

test.each(['#000000', '#ffffff', '#7c2a22', '#99c0e3'])(
	'%s is read and written the same',
	(hex) => {
		expect(writeHex(readHex(hex))).toBe(hex);
	},
);

test('OKLCH is read as its three parts', () => {
	expect(writeHex(readOklch('100% 0 0'))).toBe('#ffffff');
	expect(writeHex(readOklch('62.796% 0.25768 29.234'))).toBe('#ff0000');
});

test('a mixture lies between', () => {
	expect(mix([0, 0, 0], [1, 0.2, -0.2], 0.25)).toEqual([
		0.75, 0.15000000000000002, -0.15000000000000002,
	]);
});

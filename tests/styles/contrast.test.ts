import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrast as ratio, mix, readOklch } from '../../src/model/colour.ts';
import { root } from '../support/run-script.ts';

const read = (name: string) => readFileSync(join(root, 'src/styles', name), 'utf8');
// `--color-page: light-dark(oklch(98.4% 0.007 85), oklch(19.5% 0.008 70))`
const colourRe = /--color-([\w-]+): light-dark\(oklch\((.+?)\), oklch\((.+?)\)\)/g;
// `--shade: 20%`
const shadeRe = /--shade: (\d+)%/g;
const colours = [...read('tokens.css').matchAll(colourRe)].map(
	([, name, light, dark]) =>
		[name!, { light: readOklch(light!), dark: readOklch(dark!) }] as const,
);

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
	const colour = Object.fromEntries(colours.map(([name, both]) => [name, both[scheme]]));
	const contrast = (front: string, behind: string) => ratio(colour[front]!, colour[behind]!);

	test.each([
		['text', ['page', 'raised', 'mark']],
		['quiet', ['page', 'raised']],
		['accent', ['page', 'raised']],
	])('%s can be read on all that it stands on', (front, behind) => {
		for (const name of behind) expect(contrast(front, name), name).toBeGreaterThanOrEqual(4.5);
	});

	test.each(['line-strong', 'other', 'accent'])('%s can be seen as a line or a shape', (name) => {
		expect(contrast(name, 'page')).toBeGreaterThanOrEqual(3);
		expect(contrast(name, 'raised')).toBeGreaterThanOrEqual(3);
	});

	test('a number can be read on each shade of a picture', () => {
		const shades = [...read('trends.css').matchAll(shadeRe)].map(([, part]) =>
			mix(colour['accent']!, colour['page']!, Number(part) / 100),
		);
		expect(contrast('page', 'other')).toBeGreaterThanOrEqual(4.5);
		expect(shades).toHaveLength(5);
		for (const weak of shades.slice(0, 3))
			expect(ratio(colour['text']!, weak)).toBeGreaterThanOrEqual(4.5);
		for (const strong of shades.slice(3))
			expect(ratio(colour['page']!, strong)).toBeGreaterThanOrEqual(4.5);
	});
});

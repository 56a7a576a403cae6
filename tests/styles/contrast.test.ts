import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/run-script.ts';

type Colour = readonly [lightness: number, a: number, b: number];

const read = (name: string) => readFileSync(join(root, 'src/styles', name), 'utf8');
// `--color-page: light-dark(oklch(98.4% 0.007 85), oklch(19.5% 0.008 70))`
const colourRe = /--color-([\w-]+): light-dark\(oklch\((.+?)\), oklch\((.+?)\)\)/g;
// `--shade: 20%`
const shadeRe = /--shade: (\d+)%/g;
const colours = [...read('tokens.css').matchAll(colourRe)].map(
	([, name, light, dark]) =>
		[name!, { light: readColour(light!), dark: readColour(dark!) }] as const,
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

/** `98.4% 0.007 85` in Oklab. */
function readColour(oklch: string): Colour {
	const [lightness, chroma, hue] = oklch.split(' ').map(Number.parseFloat) as [
		number,
		number,
		number,
	];
	const angle = (hue * Math.PI) / 180;
	return [lightness / 100, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

function mix(one: Colour, other: Colour, part: number): Colour {
	const at = (index: 0 | 1 | 2) => part * one[index] + (1 - part) * other[index];
	return [at(0), at(1), at(2)];
}

/** Contrast as WCAG 2 has it. */
function ratio(one: Colour, other: Colour): number {
	const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
	return (lighter! + 0.05) / (darker! + 0.05);
}

/** By way of linear sRGB: https://bottosson.github.io/posts/oklab/ */
function luminance([lightness, a, b]: Colour): number {
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
	const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
	const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

import { contrast, mix, readHex, readOklch, writeHex, type Colour } from './colour.ts';

/** Whether the page is light or dark. */
export type Theme = 'light' | 'dark';

/** What stands behind an accent and beside it, as `tokens.css` has it, in OKLCH. */
export const surroundings = {
	light: { page: '98.4% 0.007 85', raised: '99.5% 0.003 85', text: '25% 0.015 60' },
	dark: { page: '19.5% 0.008 70', raised: '23% 0.009 70', text: '90% 0.012 85' },
} as const;

// Of text, by WCAG 2 AA.
const leastContrast = 4.5;
// The strongest shade of a picture that has its numbers in the colour of text, and the weakest that has them in that of the page.
const shadeUnderText = 0.5;
const shadeUnderPage = 0.8;
const step = 0.01;
// `#7c2a22`
const hexRe = /^#[0-9a-f]{6}$/i;

/** Whether a text is a colour such as `#7c2a22`. */
export function isHexColour(text: string): boolean {
	return hexRe.test(text);
}

/** What an accent lacks to be read in a theme, as a sentence goes on after “expected”; `undefined` for nothing. */
export function accentFault(hex: string, theme: Theme): string | undefined {
	const accent = readHex(hex);
	const lack = lackOf(accent, theme);
	if (lack === undefined) return undefined;
	const nearest = nearestAccent(accent, theme);
	const hint = nearest === undefined ? '' : `; \`${nearest}\` would do`;
	return `a colour that can be read in the ${theme} theme: a contrast of at least ${leastContrast} to ${lack}${hint}`;
}

/** Against what a contrast is too low, and how low. */
function lackOf(accent: Colour, theme: Theme): string | undefined {
	const { page, raised, text } = surroundings[theme];
	const [behind, box, ink] = [page, raised, text].map(readOklch) as [Colour, Colour, Colour];
	const pairs = [
		['the page', accent, behind],
		['a box on the page', accent, box],
		['the text on its paler shades in pictures', mix(accent, behind, shadeUnderText), ink],
		[
			'the numbers on its stronger shades in pictures',
			mix(accent, behind, shadeUnderPage),
			behind,
		],
	] as const;
	for (const [name, one, other] of pairs) {
		const found = contrast(one, other);
		// Rounded down, so that what is refused is never shown as enough.
		if (found < leastContrast) return `${name}, which is ${Math.floor(found * 100) / 100}`;
	}
	return undefined;
}

/** The colour of the same hue that would do and is nearest in lightness. */
function nearestAccent([lightness, a, b]: Colour, theme: Theme): string | undefined {
	for (let away = step; away < 1; away += step)
		for (const other of [lightness - away, lightness + away]) {
			if (other < 0 || other > 1) continue;
			const hex = writeHex([other, a, b]);
			if (lackOf(readHex(hex), theme) === undefined) return hex;
		}
	return undefined;
}

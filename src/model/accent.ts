/** A colour in Oklab. */
type Colour = readonly [lightness: number, a: number, b: number];

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

/** `98.4% 0.007 85` */
function readOklch(text: string): Colour {
	const [lightness, chroma, hue] = text.split(' ').map(Number.parseFloat) as [
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
function contrast(one: Colour, other: Colour): number {
	const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
	return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(colour: Colour): number {
	const [red, green, blue] = linearOf(colour);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// https://bottosson.github.io/posts/oklab/
function linearOf([lightness, a, b]: Colour): [red: number, green: number, blue: number] {
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [
		4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
		-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
	];
}

function readHex(hex: string): Colour {
	const [red, green, blue] = [1, 3, 5].map((at) => {
		const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
	const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
	const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
	];
}

/** The nearest colour that a screen has. */
function writeHex(colour: Colour): string {
	const parts = linearOf(colour).map((part) => {
		const shown = part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055;
		const byte = Math.round(255 * Math.min(1, Math.max(0, shown)));
		return byte.toString(16).padStart(2, '0');
	});
	return `#${parts.join('')}`;
}

/** A colour in Oklab, by Björn Ottosson: https://bottosson.github.io/posts/oklab/ */
export type Colour = readonly [lightness: number, a: number, b: number];

/** Read a colour of OKLCH: `98.4% 0.007 85`. */
export function readOklch(text: string): Colour {
	const [lightness, chroma, hue] = text.split(' ').map(Number.parseFloat) as [
		number,
		number,
		number,
	];
	const angle = (hue * Math.PI) / 180;
	return [lightness / 100, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/** A mixture, of which `part` (0 to 1) is the one. */
export function mix(one: Colour, other: Colour, part: number): Colour {
	const at = (index: 0 | 1 | 2) => part * one[index] + (1 - part) * other[index];
	return [at(0), at(1), at(2)];
}

/** Contrast as WCAG 2 has it: from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
	const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
	return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(colour: Colour): number {
	const [red, green, blue] = linearOf(colour);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

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

/** Read a colour of a screen: `#7c2a22`. */
export function readHex(hex: string): Colour {
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

/** The nearest colour that a screen has: `#7c2a22`. */
export function writeHex(colour: Colour): string {
	const parts = linearOf(colour).map((part) => {
		const shown = part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055;
		const byte = Math.round(255 * Math.min(1, Math.max(0, shown)));
		return byte.toString(16).padStart(2, '0');
	});
	return `#${parts.join('')}`;
}

/** A colour as red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Colours that pixels can have. */
export interface Palette {
	readonly colours: readonly Colour[];
	/** The place of the nearest colour for each pixel (red, green, blue, alpha). */
	readonly placesOf: (pixels: Uint8Array) => Uint8Array;
}

// Between the page and each ink, for the edges of letters.
const shades = 3;

/** The palette of inks on a page, whose colour is the first; `#fbf7ef`. */
export function paletteOf(page: string, inks: readonly string[]): Palette {
	const ground = rgb(page);
	const colours = [ground, ...inks.flatMap((ink) => shadesOf(ground, rgb(ink)))];
	return { colours, placesOf: placesIn(colours) };
}

function rgb(hex: string): Colour {
	const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
	return [red!, green!, blue!];
}

function shadesOf(page: Colour, ink: Colour): Colour[] {
	return Array.from({ length: shades }, (_, at) => mixed(page, ink, (at + 1) / shades));
}

function mixed(from: Colour, to: Colour, share: number): Colour {
	const [red, green, blue] = from.map((value, at) =>
		Math.round(value + (to[at]! - value) * share),
	);
	return [red!, green!, blue!];
}

/** Of drawings there are few colours, so each is looked for once. */
function placesIn(palette: readonly Colour[]): Palette['placesOf'] {
	const known = new Map<number, number>();
	return ({ buffer, byteOffset, byteLength }) => {
		const pixels = new DataView(buffer, byteOffset, byteLength);
		const places = new Uint8Array(byteLength / 4);
		let [last, place] = [-1, 0];
		for (let at = 0; at < places.length; at++) {
			const colour = pixels.getUint32(at * 4) >>> 8;
			// Most pixels are as the one before.
			if (colour !== last) {
				last = colour;
				place = known.get(colour) ?? nearest(palette, colour);
				known.set(colour, place);
			}
			places[at] = place;
		}
		return places;
	};
}

function nearest(palette: readonly Colour[], colour: number): number {
	const [red, green, blue] = [colour >> 16, (colour >> 8) & 255, colour & 255];
	const distances = palette.map(
		([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2,
	);
	return distances.indexOf(Math.min(...distances));
}

import { crc32, deflateSync } from 'node:zlib';

/** A colour as red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
// As many as half a byte names.
const mostColours = 16;

/** Pixels (red, green, blue, alpha each) as a PNG of at most 16 colours, each pixel the nearest: a third of the bytes. */
export function indexedPng(
	pixels: Uint8Array,
	width: number,
	palette: readonly Colour[],
): Uint8Array {
	if (palette.length > mostColours) throw new Error(`Unexpected palette of ${palette.length}`);
	const height = pixels.length / 4 / width;
	const rows = indexedRows(pixels, width, height, nearestIn(palette));
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// Four bits a pixel, of a palette.
	header.set([4, 3, 0, 0, 0], 8);
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flat())),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** A byte for how a row is filtered, none, and half a byte for each of its pixels. */
function indexedRows(
	pixels: Uint8Array,
	width: number,
	height: number,
	nearest: (colour: number) => number,
): Buffer {
	const rowLength = Math.ceil(width / 2) + 1;
	const rows = Buffer.alloc(rowLength * height);
	const colours = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
	let [last, place] = [-1, 0];
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const colour = colours.getUint32((y * width + x) * 4) >>> 8;
			// Most pixels are as the one before.
			if (colour !== last) place = nearest((last = colour));
			rows[y * rowLength + 1 + (x >> 1)]! |= x % 2 === 0 ? place << 4 : place;
		}
	}
	return rows;
}

/** Gives the place of the nearest colour; of a drawing there are few, so each is looked for once. */
function nearestIn(palette: readonly Colour[]): (colour: number) => number {
	const known = new Map<number, number>();
	const find = (colour: number) => {
		const [red, green, blue] = [colour >> 16, (colour >> 8) & 255, colour & 255];
		const distances = palette.map(
			([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2,
		);
		return distances.indexOf(Math.min(...distances));
	};
	return (colour) => {
		const place = known.get(colour) ?? find(colour);
		known.set(colour, place);
		return place;
	};
}

function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

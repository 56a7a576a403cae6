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
	const rowLength = Math.ceil(width / 2) + 1;
	const rows = Buffer.alloc(rowLength * height);
	const nearest = nearestIn(palette);
	for (let at = 0; at < width * height; at++) {
		const x = at % width;
		const byte = Math.floor(at / width) * rowLength + 1 + (x >> 1);
		const index = nearest(pixels[at * 4]!, pixels[at * 4 + 1]!, pixels[at * 4 + 2]!);
		rows[byte]! |= x % 2 === 0 ? index << 4 : index;
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// Four bits a pixel, of a palette.
	header.set([4, 3, 0, 0, 0], 8);
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flat())),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** Gives the place of the nearest colour; of a drawing there are few, so each is looked for once. */
function nearestIn(
	palette: readonly Colour[],
): (red: number, green: number, blue: number) => number {
	const known = new Map<number, number>();
	let last = -1;
	let place = 0;
	const find = (red: number, green: number, blue: number) => {
		const distances = palette.map(
			([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2,
		);
		return distances.indexOf(Math.min(...distances));
	};
	return (red, green, blue) => {
		const key = (red << 16) | (green << 8) | blue;
		// Most pixels are as the one before.
		if (key === last) return place;
		last = key;
		place = known.get(key) ?? find(red, green, blue);
		known.set(key, place);
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

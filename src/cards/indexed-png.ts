import { crc32, deflateSync } from 'node:zlib';
import type { Colour } from './palette.ts';

/** A part of a picture: the place of each pixel's colour in the palette, row by row. */
export interface Part {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly places: Uint8Array;
}

/** In pixels. */
export interface Size {
	readonly width: number;
	readonly height: number;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
// As many as half a byte names.
const mostColours = 16;

/** A PNG of at most 16 colours: its parts on a ground of the first colour. */
export function indexedPng(
	{ width, height }: Size,
	parts: readonly Part[],
	palette: readonly Colour[],
): Uint8Array {
	if (palette.length > mostColours) throw new Error(`Unexpected palette of ${palette.length}`);
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// Four bits a pixel, of a palette.
	header.set([4, 3, 0, 0, 0], 8);
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flat())),
		chunk('IDAT', deflateSync(rowsOf({ width, height }, parts))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** A byte for how a row is filtered, none, and half a byte for each of its pixels. */
function rowsOf({ width, height }: Size, parts: readonly Part[]): Uint8Array {
	const rowLength = Math.ceil(width / 2) + 1;
	const rows = new Uint8Array(rowLength * height);
	for (const { left, top, width, places } of parts) {
		for (let at = 0; at < places.length; at++) {
			const place = places[at]!;
			// Most pixels are of the ground.
			if (place === 0) continue;
			const x = left + (at % width);
			const y = top + Math.floor(at / width);
			rows[y * rowLength + 1 + (x >> 1)]! |= x % 2 === 0 ? place << 4 : place;
		}
	}
	return rows;
}

function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

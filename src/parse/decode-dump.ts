import type { VFile } from 'vfile';
import { hasErrors, report } from '../diagnostics.ts';
import { limits } from '../model/limits.ts';
import { binaryKind, isOtherKind } from './other-kinds.ts';

const byteOrderMark = '\uFEFF';
const lineFeed = 0x0a;

/**
 * The text of a dump's bytes, less a byte order mark. Reports what is not UTF-8 text on the file
 * and gives `undefined`.
 */
export function decodeDump(file: VFile): string | undefined {
	// What could not be read as a file was said already.
	if (hasErrors([file])) return undefined;
	const bytes =
		file.value instanceof Uint8Array ? file.value : new TextEncoder().encode(file.value);
	if (bytes.length > limits.file) {
		report(file, 'too-large', `${Math.ceil(bytes.length / 1024 / 1024)} MB`);
		return undefined;
	}
	const kind = binaryKind(bytes);
	if (kind !== undefined) {
		report(file, 'binary-file', kind);
		return undefined;
	}
	const text = decodeUtf8(bytes);
	if (text === undefined) {
		reportInvalidBytes(file, bytes);
		return undefined;
	}
	const nul = text.indexOf('\0');
	if (nul >= 0) {
		report(file, 'not-text', 'NUL character', placeOf(text, nul));
		return undefined;
	}
	if (text.trim() === '') {
		report(file, 'empty-file', '');
		return undefined;
	}
	const dump = text.startsWith(byteOrderMark) ? text.slice(1) : text;
	return isOtherKind(dump, file) ? undefined : dump;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}

/** A UTF-8 sequence never holds the byte of a line feed, so the first bad line can be found line by line. */
function reportInvalidBytes(file: VFile, bytes: Uint8Array): void {
	let line = 1;
	for (let start = 0; start <= bytes.length; line++) {
		const found = bytes.indexOf(lineFeed, start);
		const end = found < 0 ? bytes.length : found;
		const row = bytes.subarray(start, end);
		if (decodeUtf8(row) === undefined) {
			const good = longestValidPrefix(row);
			const bad = [...row.subarray(good, good + 4)].map((byte) =>
				byte.toString(16).padStart(2, '0'),
			);
			const column = decodeUtf8(row.subarray(0, good))!.length + 1;
			report(file, 'invalid-utf-8', bad.join(' ') + encodingName(bytes), { line, column });
			return;
		}
		start = end + 1;
	}
}

/** What a byte order mark says, for the message. */
function encodingName(bytes: Uint8Array): string {
	const [first, second] = bytes;
	return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
		? ' (UTF-16)'
		: '';
}

/** Length in bytes of the longest prefix that is UTF-8: its replacement character is where the two decodings part. */
function longestValidPrefix(row: Uint8Array): number {
	const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
	const encoder = new TextEncoder();
	const text = lenient.decode(row);
	let length = 0;
	for (const character of text) {
		const bytes = encoder.encode(character);
		if (!bytes.every((byte, index) => row[length + index] === byte)) return length;
		length += bytes.length;
	}
	return length;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset).split(/\r\n|\n|\r/);
	return { line: before.length, column: before[before.length - 1]!.length + 1 };
}

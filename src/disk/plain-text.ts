import { isUtf8 } from 'node:buffer';
import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';

const lineFeed = 0x0a;
const replacement = '\uFFFD';

/**
 * The text of a file that ingest or a person wrote, as it was written: an editor or Git on another computer
 * may have put a byte order mark before it, and other line ends into it.
 */
export function asWritten(text: string): string {
	return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

/** The text of bytes; what is none is reported on the file, whose text then is empty. */
export function plainText(bytes: Buffer, file: VFile): string {
	const text = bytes.toString();
	const nul = text.indexOf('\0');
	if (!isUtf8(bytes)) reportInvalidBytes(bytes, file);
	else if (nul < 0) return asWritten(text);
	else report(file, 'damaged-file', 'NUL characters', placeOf(text, nul));
	return '';
}

/** The first bytes that are not UTF-8. None of it is a line feed, so they are found by line. */
function reportInvalidBytes(bytes: Buffer, file: VFile): void {
	let line = 1;
	for (let start = 0; start < bytes.length; line++) {
		const end = bytes.indexOf(lineFeed, start);
		const row = bytes.subarray(start, end < 0 ? bytes.length : end);
		if (!isUtf8(row)) {
			const before = row.toString().split(replacement, 1)[0]!;
			const bad = row.subarray(Buffer.byteLength(before)).subarray(0, 4);
			const place = { line, column: before.length + 1 };
			report(file, 'invalid-utf-8', bad.toString('hex').replace(/..(?=.)/g, '$& '), place);
			return;
		}
		start += row.length + 1;
	}
}

function placeOf(text: string, index: number) {
	const lines = text.slice(0, index).split('\n');
	return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

import type { VFile } from 'vfile';
import { report, type DiagnosticName } from '../diagnostics.ts';

// The first bytes of files that are handed in by mistake.
const signatures: readonly (readonly [name: string, bytes: readonly number[]])[] = [
	['PNG image', [0x89, 0x50, 0x4e, 0x47]],
	['JPEG image', [0xff, 0xd8, 0xff]],
	['GIF image', [0x47, 0x49, 0x46, 0x38]],
	['PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
	['ZIP archive', [0x50, 0x4b, 0x03, 0x04]],
	['gzip archive', [0x1f, 0x8b]],
	['7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
	['XZ archive', [0xfd, 0x37, 0x7a, 0x58]],
	['Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
	['SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
	['ELF program', [0x7f, 0x45, 0x4c, 0x46]],
];

// How text files begin that are no dumps; one in plain text begins with `new`.
const openings: readonly (readonly [name: DiagnosticName, pattern: RegExp])[] = [
	['lfs-pointer', /^version https:\/\/git-lfs\.github\.com\/spec\//],
	['html-file', /^<(?:!doctype html|html|head|body|\?xml)\b/i],
	// A list of entries is the feed's own.
	['json-file', /^(?:\{\s*["}]|\[\s*[["])/],
	// `404: Not Found`, `Error 503 Service Unavailable`, `Too Many Requests`
	[
		'error-page',
		/^(?:(?:http\S* |error:? )?[45]\d\d\b|error\b|access denied|too many requests|bad gateway|not found|rate limit)/i,
	],
];

// `<<<<<<< HEAD`, `=======`, `>>>>>>> branch`, each a line
const conflictRe = /^(?:<{7} .*|={7}|>{7} .*)$/gm;
const lineEndRe = /\r\n|\n|\r/;

/** What kind of file these bytes are by their first ones, e.g. `PNG image`; `undefined` if none that is known. */
export function binaryKind(bytes: Uint8Array): string | undefined {
	return signatures.find(([, signature]) =>
		signature.every((byte, index) => bytes[index] === byte),
	)?.[0];
}

/** Report text that is another kind of file, or has marks of a merge in it. Whether it was any. */
export function isOtherKind(text: string, file: VFile): boolean {
	const beginning = text.slice(0, 1_000).trimStart();
	const opening = openings.find(([, pattern]) => pattern.test(beginning));
	if (opening) {
		report(file, opening[0], beginning.split(/[\r\n]/, 1)[0]!, { line: 1, column: 1 });
		return true;
	}
	const markers = [...text.matchAll(conflictRe)];
	let line = 1;
	let end = 0;
	for (const { 0: marker, index } of markers) {
		line += text.slice(end, index).split(lineEndRe).length - 1;
		end = index;
		report(file, 'merge-conflict', marker, { line, column: 1 });
	}
	return markers.length > 0;
}

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { VFile } from 'vfile';
import type { Content, DumpFile } from '../model/content.ts';

const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** What a dump may have been before Git changed its line ends: with LF alone, and with CRLF. */
export function withOtherLineEnds({ file }: DumpFile): DumpFile[] {
	const bytes =
		typeof file.value === 'string' ? new TextEncoder().encode(file.value) : file.value;
	const short = bytes.filter(
		(byte, index) => byte !== carriageReturn || bytes[index + 1] !== lineFeed,
	);
	return [short, withReturns(short)].map((value) => ({
		file: new VFile({ path: file.path, value }),
		sha256: bytesToHex(sha256(value)),
	}));
}

/** The content with each dump as it was ingested that has other line ends alone. */
export function withFormerLineEnds(content: Content): Content {
	const known = String(content.manifest) + String(content.corrections);
	const isKnown = ({ sha256 }: DumpFile) => known.includes(sha256);
	const dumps = content.dumps.map((dump) =>
		isKnown(dump) ? dump : (withOtherLineEnds(dump).find(isKnown) ?? dump),
	);
	return { ...content, dumps };
}

function withReturns(bytes: Uint8Array): Uint8Array {
	const long = new Uint8Array(bytes.length + bytes.filter((byte) => byte === lineFeed).length);
	let length = 0;
	for (const byte of bytes) {
		if (byte === lineFeed) long[length++] = carriageReturn;
		long[length++] = byte;
	}
	return long;
}

/** A file of an archive: its path, and what is in it. */
export type PreservedFile = readonly [path: string, bytes: Uint8Array];

const blockLength = 512;

/**
 * A tar file in the form of POSIX.1-1988 (“ustar”), block after block. All that a machine would add is
 * left out: each file is everyone's to read, is nobody's, and was last changed at `seconds` after 1970.
 */
export function* tarBlocks(
	files: Iterable<PreservedFile>,
	seconds: number,
): Generator<Uint8Array, void> {
	for (const [path, bytes] of files) {
		yield headerOf(path, bytes.length, seconds);
		yield bytes;
		yield Buffer.alloc(-bytes.length & (blockLength - 1));
	}
	yield Buffer.alloc(2 * blockLength);
}

// Where each field of a header begins that is not left empty.
const place = {
	mode: 100,
	uid: 108,
	gid: 116,
	size: 124,
	time: 136,
	sum: 148,
	type: 156,
	magic: 257,
};
const longestPath = 100;

function headerOf(path: string, size: number, seconds: number): Uint8Array {
	if (Buffer.byteLength(path) > longestPath)
		throw new Error(`Unexpected path ${path}, expected at most ${longestPath} bytes`);
	const header = Buffer.alloc(blockLength);
	header.write(path, 0);
	header.write(octal(0o644, 7), place.mode);
	header.write(octal(0, 7), place.uid);
	header.write(octal(0, 7), place.gid);
	header.write(octal(size, 11), place.size);
	header.write(octal(seconds, 11), place.time);
	header.write('0', place.type);
	header.write('ustar\x0000', place.magic);
	// The sum is of the header with spaces in the sum's own place.
	header.write(' '.repeat(8), place.sum);
	const sum = header.reduce((total, byte) => total + byte, 0);
	header.write(`${octal(sum, 6)}\0 `, place.sum);
	return header;
}

function octal(number: number, digits: number): string {
	const text = number.toString(8).padStart(digits, '0');
	if (text.length > digits) throw new Error(`Unexpected ${number}, too large for a tar file`);
	return text;
}

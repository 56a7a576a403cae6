import { createHash, hash } from 'node:crypto';
import {
	closeSync,
	mkdirSync,
	openSync,
	readFileSync,
	readSync,
	renameSync,
	rmSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A file on its way that says what it was made for and what its bytes must be, in its first line. */
export interface SealedDraft {
	/** Put bytes behind all others, and let them go. */
	add(bytes: Uint8Array): Place;
	/** What was added; nothing where the disk refused it. */
	read(place: Place): Buffer | undefined;
	/** Put the file in its place: it is there whole or not at all, which is how it is on a disk that refuses it. */
	seal(): void;
}

/** Where bytes lie behind the first line. */
export interface Place {
	readonly start: number;
	readonly length: number;
}

// So many bytes are written at once: most lines are short, and a write takes longer than to make one.
const batch = 1 << 16;

/** Begin a sealed file. The one before stays until it is sealed, and nobody reads what a killed run left of one. */
export function beginSealed(path: string, key: string): SealedDraft {
	const draft = openDraft(`${path}.new`);
	const sum = createHash('sha256');
	const unsealed = sealOf(key, noSum);
	const waiting = Buffer.alloc(batch);
	let written = 0;
	let end = 0;
	const write = (bytes: Uint8Array) => {
		sum.update(bytes);
		draft.use((file) => writeFileSync(file, bytes));
		written += bytes.length;
	};
	const writeWaiting = () => write(waiting.subarray(0, end - written));
	draft.use((file) => writeFileSync(file, unsealed));
	return {
		add(bytes) {
			const place = { start: end, length: bytes.length };
			if (end - written + bytes.length > batch) writeWaiting();
			if (bytes.length > batch) write(bytes);
			else waiting.set(bytes, end - written);
			end += bytes.length;
			return place;
		},
		read({ start, length }) {
			const at = start - written;
			if (at >= 0) return Buffer.from(waiting.subarray(at, at + length));
			const bytes = Buffer.alloc(length);
			const position = unsealed.length + start;
			return draft.use((file) => readSync(file, bytes, { position })) ? bytes : undefined;
		},
		seal() {
			writeWaiting();
			draft.use((file) => {
				writeSync(file, sealOf(key, sum.digest('hex')), 0);
				closeSync(file);
				renameSync(`${path}.new`, path);
			});
		},
	};
}

/** Open a new file to write and to read. Once the disk refused something, nothing is done to it any more. */
function openDraft(path: string) {
	let file: number | undefined;
	ifPossible(() => {
		mkdirSync(dirname(path), { recursive: true });
		// Not to write into that of another run.
		rmSync(path, { recursive: true, force: true });
		file = openSync(path, 'w+');
	});
	return {
		/** Gives whether it was possible. */
		use(action: (file: number) => unknown): boolean {
			const own = file;
			file = undefined;
			if (own !== undefined)
				ifPossible(() => {
					action(own);
					file = own;
				});
			return file !== undefined;
		},
	};
}

/** Write a file that says what it was made for and what its bytes must be. */
export function writeSealed(path: string, key: string, bytes: string | Uint8Array): void {
	const draft = beginSealed(path, key);
	draft.add(Buffer.from(bytes));
	draft.seal();
}

/** What is kept spares time and nothing else: a disk that refuses it holds up nobody. */
export function ifPossible(keep: () => unknown): void {
	try {
		keep();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
	}
}

/** The bytes of a sealed file that was made for `key`; nothing where it is missing, another's or damaged. */
export function readSealed(path: string, key: string): Buffer | undefined {
	try {
		const file = readFileSync(path);
		const bytes = file.subarray(file.indexOf('\n') + 1);
		const seal = file.toString('latin1', 0, file.length - bytes.length);
		return seal === sealOf(key, hash('sha256', bytes)) ? bytes : undefined;
	} catch {
		// What is no file, or cannot be read, must not be in the way of the next one.
		ifPossible(() => rmSync(path, { recursive: true, force: true }));
		return undefined;
	}
}

/** The lines of a file, with their ends: those of JSON are one each. */
export function* linesOf(file: Buffer): Generator<Buffer, void> {
	for (let start = 0, end; start < file.length; start = end) {
		end = file.indexOf('\n', start) + 1 || file.length;
		yield file.subarray(start, end);
	}
}

// As long as one, and of nothing.
const noSum = '0'.repeat(64);

function sealOf(key: string, sum: string): string {
	return `${key} ${sum}\n`;
}

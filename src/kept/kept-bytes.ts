import { hash } from 'node:crypto';
import {
	closeSync,
	mkdirSync,
	openSync,
	readSync,
	renameSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ifPossible } from './sealed-file.ts';

/** Where some bytes lie in a file, and their SHA-256. */
export interface Piece {
	readonly start: number;
	readonly length: number;
	readonly sum: string;
}

/** Pieces of bytes one after another in a file, behind which new ones are put. */
export interface KeptBytes {
	/** The bytes of a piece; nothing where they are not what they were. */
	read(piece: Piece): Buffer | undefined;
	/** Write bytes behind all others, and let them go. */
	add(bytes: Buffer): Piece;
	/** Where a piece lies when the file is written; nothing where it would have to be moved, and is damaged. */
	keep(piece: Piece): Piece | undefined;
	/** Have what was added take effect: until then a file that is begun anew is as it was. */
	save(): void;
	/** Leave the file as it is. */
	close(): void;
}

// A file that is more times as large as what is in use of it is begun anew.
const mostRoom = 1.5;

/** Open a file of pieces, which may be missing, cut or damaged. */
export function openBytes(path: string, used: readonly Piece[]): KeptBytes {
	const file = openFile(path);
	const size = file === undefined ? 0 : statSync(path).size;
	const isNew = size > mostRoom * used.reduce((sum, { length }) => sum + length, 0);
	const target = openTarget(isNew ? `${path}.new` : path, isNew ? 'w' : 'a');
	let end = isNew ? 0 : size;
	const read = ({ start, length, sum }: Piece) => {
		const bytes = Buffer.alloc(length);
		ifPossible(() => file !== undefined && readSync(file, bytes, { position: start }));
		return hash('sha256', bytes) === sum ? bytes : undefined;
	};
	const add = (bytes: Buffer) => {
		const piece = { start: end, length: bytes.length, sum: hash('sha256', bytes) };
		target.write(bytes);
		end += bytes.length;
		return piece;
	};
	const close = () => {
		if (file !== undefined) closeSync(file);
	};
	return {
		read,
		add,
		close,
		keep(piece) {
			if (!isNew) return piece;
			const bytes = read(piece);
			return bytes && add(bytes);
		},
		save() {
			close();
			if (target.close() && isNew) ifPossible(() => renameSync(`${path}.new`, path));
		},
	};
}

function openFile(path: string): number | undefined {
	let file: number | undefined;
	ifPossible(() => (file = openSync(path, 'r')));
	return file;
}

/** Opens a file when something is to be written. Once the disk refuses it, what was added is found missing later. */
function openTarget(path: string, flag: 'a' | 'w') {
	let file: number | undefined;
	return {
		write(bytes: Buffer): void {
			ifPossible(() => {
				if (file === undefined) mkdirSync(dirname(path), { recursive: true });
				writeFileSync((file ??= openSync(path, flag)), bytes);
			});
		},
		/** Whether anything was written. */
		close(): boolean {
			if (file !== undefined) closeSync(file);
			return file !== undefined;
		},
	};
}

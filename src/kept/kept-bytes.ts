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
	/** Put bytes behind all others. */
	add(bytes: Buffer): Piece;
	/** Where a piece lies when the file is written; nothing where it would have to be moved, and is damaged. */
	keep(piece: Piece): Piece | undefined;
	/** Write what was added. */
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
	const added: Buffer[] = [];
	let end = isNew ? 0 : size;
	const read = ({ start, length, sum }: Piece) => {
		const bytes = Buffer.alloc(length);
		ifPossible(() => file !== undefined && readSync(file, bytes, { position: start }));
		return hash('sha256', bytes) === sum ? bytes : undefined;
	};
	const add = (bytes: Buffer) => {
		const piece = { start: end, length: bytes.length, sum: hash('sha256', bytes) };
		added.push(bytes);
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
			ifPossible(() => (isNew ? replace(path, added) : append(path, added)));
		},
	};
}

function openFile(path: string): number | undefined {
	let file: number | undefined;
	ifPossible(() => (file = openSync(path, 'r')));
	return file;
}

function replace(path: string, pieces: readonly Buffer[]): void {
	const draft = `${path}.${process.pid}`;
	append(draft, pieces);
	renameSync(draft, path);
}

function append(path: string, pieces: readonly Buffer[]): void {
	mkdirSync(dirname(path), { recursive: true });
	const file = openSync(path, 'a');
	try {
		for (const bytes of pieces) writeFileSync(file, bytes);
	} finally {
		closeSync(file);
	}
}

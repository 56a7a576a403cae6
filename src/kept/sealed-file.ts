import { createHash } from 'node:crypto';
import {
	closeSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

type Part = string | Uint8Array;

/**
 * Write a file that says what it was made for and what its bytes must be, in its first line. It is there
 * whole or not at all, which is how it is on a disk that refuses it. Many parts need not be put together first.
 */
export function writeSealed(path: string, key: string, bytes: Part | readonly Part[]): void {
	const parts = [bytes].flat();
	ifPossible(() => {
		mkdirSync(dirname(path), { recursive: true });
		const draft = `${path}.${process.pid}`;
		const file = openSync(draft, 'w');
		try {
			for (const part of [sealOf(key, parts), ...parts]) writeFileSync(file, part);
		} finally {
			closeSync(file);
		}
		renameSync(draft, path);
	});
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
		return file.toString('latin1', 0, file.length - bytes.length) === sealOf(key, [bytes])
			? bytes
			: undefined;
	} catch {
		// What is no file, or cannot be read, must not be in the way of the next one.
		ifPossible(() => rmSync(path, { recursive: true, force: true }));
		return undefined;
	}
}

function sealOf(key: string, parts: readonly Part[]): string {
	const sum = createHash('sha256');
	for (const part of parts) sum.update(part);
	return `${key} ${sum.digest('hex')}\n`;
}

import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Write a file that says what it was made for and what its bytes must be, in its first line. It is there
 * whole or not at all, which is how it is on a disk that refuses it.
 */
export function writeSealed(path: string, key: string, bytes: string | Uint8Array): void {
	ifPossible(() => {
		mkdirSync(dirname(path), { recursive: true });
		const draft = `${path}.${process.pid}`;
		writeFileSync(draft, sealOf(key, bytes));
		writeFileSync(draft, bytes, { flag: 'a' });
		renameSync(draft, path);
	});
}

/** What is kept spares time and nothing else: a disk that refuses it holds up nobody. */
export function ifPossible(keep: () => void): void {
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
		return file.toString('latin1', 0, file.length - bytes.length) === sealOf(key, bytes)
			? bytes
			: undefined;
	} catch {
		// What is no file, or cannot be read, must not be in the way of the next one.
		ifPossible(() => rmSync(path, { recursive: true, force: true }));
		return undefined;
	}
}

function sealOf(key: string, bytes: string | Uint8Array): string {
	return `${key} ${hash('sha256', bytes)}\n`;
}

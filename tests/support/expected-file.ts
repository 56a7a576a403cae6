import { readFile, rm, writeFile } from 'node:fs/promises';
import { expect } from 'vitest';

/**
 * Compare with a file that says what is expected; `undefined` expects no such file. A missing file
 * fails; `UPDATE=1 npm test` writes it, for a person to read the difference.
 */
export async function expectFile(path: string, actual: string | undefined): Promise<void> {
	if (process.env['UPDATE'] === '1') {
		await (actual === undefined ? rm(path, { force: true }) : writeFile(path, actual));
		return;
	}
	const expected = await readFile(path, 'utf8').catch(() => undefined);
	expect(actual, path).toBe(expected);
}

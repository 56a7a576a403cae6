import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** A new folder that is gone when the test is. */
export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'offprint-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** A new folder for all tests of a suite, that is gone when they are. */
export function sharedFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'offprint-'));
	afterAll(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** Every file below a folder with the SHA-256 of its bytes, by name. */
export async function fingerprint(folder: string): Promise<Record<string, string>> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	const sums = await Promise.all(
		files.toSorted().map(async (file) => {
			const sum = createHash('sha256')
				.update(await readFile(file))
				.digest('hex');
			return [relative(folder, file), sum] as const;
		}),
	);
	return Object.fromEntries(sums);
}

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
// A dump may have 16 MB, and a list of all files some more.
const maxBuffer = 64 * 1024 * 1024;

/** What Git prints in a folder; `undefined` where there is no Git, no repository, or not what is asked for. */
export async function git(
	folder: string,
	parameters: readonly string[],
): Promise<Buffer | undefined> {
	// Starting Git for nothing takes longer than looking.
	if (!isInRepository(resolve(folder))) return undefined;
	try {
		return (await run('git', [...parameters], optionsIn(folder))).stdout;
	} catch {
		// Then the files are all there is to go by.
		return undefined;
	}
}

function isInRepository(folder: string): boolean {
	if (existsSync(join(folder, '.git'))) return true;
	const parent = dirname(folder);
	return parent !== folder && isInRepository(parent);
}

/** The bytes of a blob of a repository. */
export async function readBlob(folder: string, blob: string): Promise<Uint8Array> {
	return (await run('git', ['cat-file', 'blob', blob], optionsIn(folder))).stdout;
}

function optionsIn(folder: string) {
	// In a hook these name a repository, and may name another one than the folder's.
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
	);
	return { cwd: folder, encoding: 'buffer', maxBuffer, env } as const;
}

import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The project's folder. */
export const root = resolve(import.meta.dirname, '../..');

/** Make a new folder with the files that Git tracks, and the same packages. */
export async function copyProject(): Promise<string> {
	const copy = await mkdtemp(join(tmpdir(), 'offprint-mutants-'));
	for (const file of trackedFiles([])) {
		await mkdir(dirname(join(copy, file)), { recursive: true });
		await cp(join(root, file), join(copy, file));
	}
	await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
	return copy;
}

/** The files below some paths that Git tracks, or would if they were added. */
export function trackedFiles(paths: readonly string[]): string[] {
	const options = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
	const list = execFileSync('git', [...options, '--', ...paths], { cwd: root, encoding: 'utf8' });
	return list.split('\0').filter((name) => name !== '');
}

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { browserPath } from './launch-browser.ts';

const root = join(import.meta.dirname, '../..');

declare module 'vitest' {
	export interface ProvidedContext {
		/** Folder of the site built for `/`. */
		site: string;
		/** Folder of the site built for `/repo/`. */
		repoSite: string;
	}
}

/** Build the site of the repository's own content once for all tests, at the root and under a base path. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
	// Unpacked before several test files want it at once.
	await browserPath();
	const folder = await mkdtemp(join(tmpdir(), 'offprint-sites-'));
	const site = join(folder, 'site');
	const repoSite = join(folder, 'repo');
	await build('--out', site);
	await build('--out', repoSite, '--base', '/repo/', '--site', 'https://example.org');
	provide('site', site);
	provide('repoSite', repoSite);
	return () => rm(folder, { recursive: true, force: true });
}

async function build(...options: string[]): Promise<void> {
	await promisify(execFile)(process.execPath, ['scripts/build.ts', ...options], { cwd: root });
}

import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Clone } from './git.ts';

const scripts = resolve(import.meta.dirname, '..');
const maxBuffer = 64 * 1024 * 1024;

/** How a command on a clone's content ended, and all it said. */
export interface IngestRun {
	readonly code: number;
	readonly output: string;
}

/** Ingest a clone's content. */
export async function runIngest(clone: Clone, parameters: readonly string[]): Promise<IngestRun> {
	return runOnContent(clone, 'ingest', parameters);
}

/** Run a command on a clone's content in a process of its own, which has no token. */
export async function runOnContent(
	{ folder, environment }: Clone,
	command: 'fetch' | 'ingest',
	parameters: readonly string[],
): Promise<IngestRun> {
	const { GITHUB_TOKEN: _token, ...rest } = environment;
	return new Promise((done) => {
		execFile(
			process.execPath,
			[join(scripts, `${command}.ts`), ...parameters, '--content', join(folder, 'content')],
			{ cwd: folder, env: rest, maxBuffer },
			(error, stdout, stderr) => {
				const code = error === null ? 0 : 1;
				done({ code, output: `${stdout}${stderr}` });
			},
		);
	});
}

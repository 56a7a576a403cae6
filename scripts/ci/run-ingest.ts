import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Clone } from './git.ts';

const script = resolve(import.meta.dirname, '../ingest.ts');
const maxBuffer = 64 * 1024 * 1024;

/** How an ingest of a clone's content ended, and all it said. */
export interface IngestRun {
	readonly code: number;
	readonly output: string;
}

/** Ingest in a process of its own, which has the code of the commit that is checked out, and no token. */
export async function runIngest(
	{ folder, environment }: Clone,
	parameters: readonly string[],
): Promise<IngestRun> {
	const { GITHUB_TOKEN: _token, ...rest } = environment;
	return new Promise((done) => {
		execFile(
			process.execPath,
			[script, ...parameters, '--content', join(folder, 'content')],
			{ cwd: folder, env: rest, maxBuffer },
			(error, stdout, stderr) => {
				const code = error === null ? 0 : 1;
				done({ code, output: `${stdout}${stderr}` });
			},
		);
	});
}

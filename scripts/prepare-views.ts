import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { SiteAddress } from '../src/build/offprint-config.ts';
import { takeViews } from '../src/kept/kept-views.ts';

const runFile = promisify(execFile);

const root = resolve(import.meta.dirname, '..');

const compiler = join(import.meta.dirname, 'compile.ts');

/** The compiled pages. */
export interface Views {
	/** A folder of what the pages load. */
	readonly assets: string;
	/** The module of `views.ts`. */
	readonly entry: string;
}

let builds = 0;

/** Compile the pages, or take those of an earlier build, in a process beside this one. */
export async function prepareViews(
	address: SiteAddress,
	staging: string,
	signal: AbortSignal,
): Promise<Views> {
	// A process knows modules by their place, and these are of another build.
	const folder = join(staging, `views-${++builds}`);
	await takeViews(root, address, folder, async ({ site, base, settings }, place) => {
		const own = [site, base, JSON.stringify(settings), place];
		const parameters = [...process.execArgv, compiler, ...own];
		await runFile(process.execPath, parameters, { cwd: root, signal });
	});
	return {
		assets: join(folder, 'client'),
		entry: pathToFileURL(join(folder, 'server', 'entry.mjs')).href,
	};
}

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
	/** How long they took. */
	readonly seconds: number;
}

/** Compiled pages on their way. */
export interface ComingViews {
	/** The folder of this build, which is for whatever it needs on its way. */
	readonly staging: string;
	readonly views: Promise<Views>;
	/** Resolves when nothing is written any more. */
	stop(): Promise<void>;
}

/**
 * Begin to compile the pages, or to take those of an earlier build, in a process beside this one. A small
 * archive waits for nothing longer, so it comes before what a build is made of is loaded.
 */
export function beginViews(address: SiteAddress): ComingViews {
	const staging = join(root, '.cache', 'builds', String(process.pid));
	const abort = new AbortController();
	const views = prepareViews(address, staging, abort.signal);
	// Awaited when the archive is read; until then a failure is nobody's yet.
	views.catch(() => {});
	return {
		staging,
		views,
		async stop() {
			abort.abort();
			await Promise.allSettled([views]);
		},
	};
}

async function prepareViews(
	address: SiteAddress,
	staging: string,
	signal: AbortSignal,
): Promise<Views> {
	const start = performance.now();
	const assets = join(staging, 'assets');
	const kept = await takeViews(root, address, assets, async ({ site, base, settings }, place) => {
		const own = [site, base, JSON.stringify(settings), place];
		const parameters = [...process.execArgv, compiler, ...own];
		const env = {
			...process.env,
			// A bundler that is given huge pages spends a fifth of its time on emptying them.
			MIMALLOC_ALLOW_THP: '0',
			// To keep eight hundred modules compiled takes a tenth of a first build of a small archive.
			NODE_DISABLE_COMPILE_CACHE: '1',
		};
		await runFile(process.execPath, parameters, { cwd: root, env, signal });
	});
	return {
		assets,
		entry: pathToFileURL(join(kept, 'entry.mjs')).href,
		seconds: (performance.now() - start) / 1000,
	};
}

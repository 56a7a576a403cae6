// Loaded before a build with `--import`: another clock, another order of files, another umask. None
// of them may be seen in the site.
import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const later = 3 * 365 * 24 * 60 * 60 * 1000;

// It is of the whole process; a thread has none of its own.
if (isMainThread) process.umask(0o077);

const Clock = Date;
globalThis.Date = class extends Clock {
	constructor(...parameters: unknown[]) {
		super(...((parameters.length === 0 ? [Clock.now() + later] : parameters) as [number]));
	}
	static override now(): number {
		return Clock.now() + later;
	}
} as DateConstructor;

const { readdir } = promises;
promises.readdir = (async (...parameters: Parameters<typeof readdir>) =>
	(await readdir(...parameters)).toReversed()) as typeof readdir;

syncBuiltinESMExports();

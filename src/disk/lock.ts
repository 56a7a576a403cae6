import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Another process is at the same work and did not end in time. */
export class BusyError extends Error {
	override readonly name = 'BusyError';
}

// Longer than any ingest of a day's dump, shorter than a person's patience.
const patience = 30_000;
const interval = 100;

/**
 * Do something while no other process does it under the same lock file. A holder that was killed
 * does not hold it any more: the file names it, and the next comer sees that it is gone. Throws a
 * `BusyError` when a living holder keeps it for half a minute.
 */
export async function withLock<Result>(
	path: string,
	action: () => Promise<Result>,
): Promise<Result> {
	await acquire(path);
	await clearLeftovers(path);
	try {
		return await action();
	} finally {
		await rm(path, { force: true });
	}
}

async function acquire(path: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const end = Date.now() + patience;
	const own = `${process.pid} ${hostname()}\n`;
	// A link appears whole or not at all, so a lock always names its holder.
	const beside = `${path}.${process.pid}`;
	await writeFile(beside, own);
	try {
		while (!(await linkIfFree(beside, path))) {
			const holder = await readFile(path, 'utf8').catch(() => undefined);
			if (holder !== undefined && isGone(holder)) await breakLock(path, holder);
			else if (Date.now() > end) throw new BusyError(busyMessage(path, holder));
			else await delay(interval);
		}
	} finally {
		await rm(beside, { force: true });
	}
}

async function linkIfFree(from: string, to: string): Promise<boolean> {
	try {
		await link(from, to);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

/** Take a dead holder's lock away, unless another did so first and holds it now. */
async function breakLock(path: string, holder: string): Promise<void> {
	const aside = `${path}.${process.pid}.broken`;
	await rename(path, aside).catch(ignoreMissing);
	const found = await readFile(aside, 'utf8').catch(() => holder);
	if (found !== holder) await linkIfFree(aside, path);
	await rm(aside, { force: true });
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
	if (error.code !== 'ENOENT') throw error;
}

/** What killed processes left beside the lock while they were acquiring it: `.lock.4711`, `.lock.4711.broken`. */
async function clearLeftovers(path: string): Promise<void> {
	const prefix = `${basename(path)}.`;
	for (const name of await readdir(dirname(path))) {
		const pid = Number.parseInt(name.slice(prefix.length), 10);
		if (name.startsWith(prefix) && pid > 0 && !isAlive(pid))
			await rm(join(dirname(path), name), { force: true });
	}
}

/** A holder on another machine cannot be asked, and counts as alive. */
function isGone(holder: string): boolean {
	const [pid, host] = holder.trim().split(' ');
	return host === hostname() && !isAlive(Number(pid));
}

/** Whether a process of this machine is there. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== 'ESRCH';
	}
}

function busyMessage(path: string, holder: string | undefined): string {
	return (
		`Another process is at work (${holder?.trim() ?? 'unknown'}), expected it to end within ${patience / 1000} s. ` +
		`Nothing was written. If it is gone, delete ${path}.`
	);
}

import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { formatHolder, isAlive, isThere, parseHolder, thisProcess } from './holder.ts';
import { keepBeating } from './heartbeat.ts';
import { ifMissing } from './missing.ts';

/** Another process is at the same work and did not end in time. */
export class BusyError extends Error {
	override readonly name = 'BusyError';
}

// Longer than any ingest of a day's dump, shorter than a person's patience.
const patience = 30_000;
const interval = 100;
// Many times the beat of a holder that is alive.
const silence = 20_000;

/** A lock while it is held. */
export interface HeldLock {
	/** Throw a `BusyError` if another process took it away, because this one seemed dead. */
	assertHeld(): Promise<void>;
}

/**
 * Do something while no other process does it under the same lock file. A holder that was killed
 * does not hold it any more: the file names it, and the next comer sees that it is gone; one of another
 * machine or container, that the file is not touched any more. Throws a `BusyError` when a living
 * holder keeps it for half a minute.
 */
export async function withLock<Result>(
	path: string,
	action: (lock: HeldLock) => Promise<Result>,
): Promise<Result> {
	const own = await acquire(path);
	const isHeld = async () => (await readFile(path, 'utf8').catch(ifMissing(''))) === own;
	const stopBeating = keepBeating(path);
	try {
		await clearLeftovers(path);
		return await action({
			async assertHeld() {
				if (!(await isHeld())) throw new BusyError(lostMessage(path));
			},
		});
	} finally {
		await stopBeating();
		if (await isHeld()) await rm(path, { force: true });
	}
}

async function acquire(path: string): Promise<string> {
	await mkdir(dirname(path), { recursive: true });
	const end = Date.now() + patience;
	const own = formatHolder(await thisProcess());
	// A link appears whole or not at all, so a lock always names its holder.
	const beside = `${path}.${process.pid}.${randomUUID()}`;
	const isSilent = listenTo(path);
	try {
		await writeFile(beside, own);
		while (!(await linkIfFree(beside, path))) {
			const holder = await readFile(path, 'utf8').catch(ifMissing(undefined));
			if (holder === undefined) continue;
			const isHere = (await isThere(parseHolder(holder))) ?? !(await isSilent(holder));
			if (!isHere) await breakLock(path, holder, beside);
			else if (Date.now() > end) throw new BusyError(busyMessage(path, holder));
			else await delay(interval);
		}
		return own;
	} finally {
		await rm(beside, { force: true });
	}
}

/** Tells whether a lock was not touched for so long that its holder, wherever it was, is gone. */
function listenTo(path: string): (holder: string) => Promise<boolean> {
	let heard = '';
	let since = Date.now();
	return async (holder) => {
		const { mtimeMs } = await stat(path).catch(ifMissing({ mtimeMs: 0 }));
		const now = `${holder} ${mtimeMs}`;
		if (now !== heard) since = Date.now();
		heard = now;
		return Date.now() - since > silence;
	};
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
async function breakLock(path: string, holder: string, beside: string): Promise<void> {
	const aside = `${beside}.broken`;
	await rename(path, aside).catch(ifMissing(undefined));
	const found = await readFile(aside, 'utf8').catch(ifMissing(holder));
	if (found !== holder) await linkIfFree(aside, path);
	await rm(aside, { force: true });
}

/** What killed processes left beside the lock while they were acquiring it: `.lock.4711.…`, `.lock.4711.….broken`. */
async function clearLeftovers(path: string): Promise<void> {
	const prefix = `${basename(path)}.`;
	for (const name of await readdir(dirname(path))) {
		const pid = Number.parseInt(name.slice(prefix.length), 10);
		if (name.startsWith(prefix) && pid > 0 && !isAlive(pid))
			await rm(join(dirname(path), name), { force: true });
	}
}

function busyMessage(path: string, holder: string): string {
	const { pid, host, since } = parseHolder(holder);
	return (
		`Process ${pid} on ${host} has been at work since ${since}, expected it to end within ${patience / 1000} s. ` +
		`Nothing was written. If it is gone, delete ${path}.`
	);
}

function lostMessage(path: string): string {
	return `${path} was taken by another process, because this one stood still for too long. Nothing was written. Try again.`;
}

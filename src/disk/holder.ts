import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

/** A process, named so that it can be told from another of the same number. */
export interface Holder {
	readonly pid: number;
	readonly host: string;
	/** Where its number means something: one boot of one machine, one container. */
	readonly space: string;
	/** When it began, in the words of its system. */
	readonly start: string;
	/** When it took what it holds, for a person. */
	readonly since: string;
}

/** This process, as a holder from now on. */
export async function thisProcess(): Promise<Holder> {
	return {
		pid: process.pid,
		host: hostname(),
		space: await processSpace(),
		start: (await startOf(process.pid)) ?? 'unknown',
		since: new Date().toISOString(),
	};
}

/** A holder on one line. */
export function formatHolder({ pid, host, space, start, since }: Holder): string {
	return `${pid} ${host} ${space} ${start} ${since}\n`;
}

/** A holder from its line; missing words are unknown. */
export function parseHolder(line: string): Holder {
	const [pid, host, space, start, since] = line.trim().split(' ');
	const unknown = 'unknown';
	return {
		pid: Number(pid),
		host: host ?? unknown,
		space: space ?? unknown,
		start: start ?? unknown,
		since: since ?? unknown,
	};
}

/** Whether a holder is there; `undefined` for one of another machine or container, which cannot be asked. */
export async function isThere({ pid, space, start }: Holder): Promise<boolean | undefined> {
	if (space !== (await processSpace())) return undefined;
	if (!isAlive(pid)) return false;
	const now = await startOf(pid);
	// A number is given again; a number and a start together are not.
	return now === undefined || start === 'unknown' || now === start;
}

/** Whether a process of this machine has that number. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== 'ESRCH';
	}
}

/** The boot and the container on Linux; elsewhere the host is all there is. */
async function processSpace(): Promise<string> {
	try {
		const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
		return `${boot.trim()}/${(await readlink('/proc/self/ns/pid')).replace(/\D/g, '')}`;
	} catch {
		// No Linux, or one that hides it.
		return `host/${hostname()}`;
	}
}

async function startOf(pid: number): Promise<string | undefined> {
	try {
		const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
		// The 22nd field; the second is a name in brackets that may hold anything.
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
	} catch {
		return startByPs(pid);
	}
}

/** `Thu_Nov_20_10:00:00_2025`, where there is no `/proc`. */
async function startByPs(pid: number): Promise<string | undefined> {
	try {
		const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]);
		return stdout.trim().replace(/\s+/g, '_') || undefined;
	} catch {
		// Nothing is known, and the number must do.
		return undefined;
	}
}

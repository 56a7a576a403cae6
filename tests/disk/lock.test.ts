import { existsSync, promises } from 'node:fs';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { formatHolder, isAlive, isThere, parseHolder, thisProcess } from '../../src/disk/holder.ts';
import { BusyError, withLock } from '../../src/disk/lock.ts';
import { temporaryFolder } from '../support/folders.ts';

// Larger than any that a system gives.
const dead = 999_999_999;

const newLock = async () => join(await temporaryFolder(), '.lock');

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllEnvs();
});

/** Let the disk behave otherwise until the test is over. */
function replace(functions: Readonly<Record<string, unknown>>): void {
	const before = { ...promises };
	Object.assign(promises, functions);
	syncBuiltinESMExports();
	onTestFinished(() => {
		Object.assign(promises, before);
		syncBuiltinESMExports();
	});
}

describe('withLock', () => {
	test('names its holder while it is held, and is given back', async () => {
		const lock = await newLock();
		const result = await withLock(lock, async () => {
			const { since: _, ...holder } = parseHolder(await readFile(lock, 'utf8'));
			expect(await thisProcess()).toMatchObject(holder);
			return 'done';
		});
		expect(result).toBe('done');
		expect(await readdir(join(lock, '..'))).toEqual([]);
	});

	test('is given back when the work fails', async () => {
		const lock = await newLock();
		await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(existsSync(lock)).toBe(false);
	});

	test('keeps others waiting', async () => {
		const lock = await newLock();
		const events: string[] = [];
		const begun = Promise.withResolvers<void>();
		const first = withLock(lock, async () => {
			events.push('first begins');
			begun.resolve();
			await delay(50);
			events.push('first ends');
		});
		await begun.promise;
		await withLock(lock, async () => {
			events.push('second begins');
		});
		await first;
		expect(events).toEqual(['first begins', 'first ends', 'second begins']);
	});

	test('shows a sign of life, also while this process is busy', async () => {
		const lock = await newLock();
		await withLock(lock, async () => {
			await utimes(lock, 1, 1);
			// Nothing else happens in this thread meanwhile.
			const end = Date.now() + 60_000;
			const sleep = new Int32Array(new SharedArrayBuffer(4));
			while (Date.now() < end && (await stat(lock)).mtimeMs === 1000)
				Atomics.wait(sleep, 0, 0, 500);
			expect((await stat(lock)).mtimeMs).toBeGreaterThan(1000);
		});
	});

	test.each([
		['that is gone', { pid: dead }],
		['whose number another has by now', { start: '1' }],
	])('takes the lock of a process %s, and clears away what it left', async (_name, differing) => {
		const lock = await newLock();
		await writeFile(lock, formatHolder({ ...(await thisProcess()), ...differing }));
		await writeFile(`${lock}.${dead}`, '');
		await writeFile(`${lock}.${dead}.4711.broken`, '');
		await withLock(lock, async () => {
			expect(await readdir(join(lock, '..'))).toEqual(['.lock']);
		});
		expect(await readdir(join(lock, '..'))).toEqual([]);
	});

	/** Let so many seconds pass between any two looks at the clock. */
	function hurry(seconds: number) {
		let now = 0;
		vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000 * seconds));
	}

	test('takes the lock of a process elsewhere that shows no sign of life', async () => {
		const lock = await newLock();
		await writeFile(lock, formatHolder({ ...(await thisProcess()), space: 'elsewhere' }));
		hurry(7);
		expect(await withLock(lock, async () => 'done')).toBe('done');
	});

	test('does not take it from one elsewhere that shows signs of life', async () => {
		const lock = await newLock();
		const holder = formatHolder({ ...(await thisProcess()), space: 'elsewhere' });
		await writeFile(lock, holder);
		const { stat: look } = promises;
		let touched = 0;
		replace({ stat: async (path: string) => ({ ...(await look(path)), mtimeMs: touched++ }) });
		hurry(7);
		await expect(withLock(lock, async () => {})).rejects.toThrow(BusyError);
		expect(await readFile(lock, 'utf8')).toBe(holder);
	});

	test('puts back the lock of one who took a dead holder’s away before it', async () => {
		const lock = await newLock();
		const own = await thisProcess();
		const other = formatHolder({ ...own, since: '2026-11-20T10:00:00.000Z' });
		await writeFile(lock, formatHolder({ ...own, pid: dead }));
		const { rename: move } = promises;
		replace({
			rename: async (from: string, to: string) => {
				await writeFile(from, other);
				return move(from, to);
			},
		});
		hurry(7);
		await expect(withLock(lock, async () => {})).rejects.toThrow(BusyError);
		expect(await readFile(lock, 'utf8')).toBe(other);
		expect(await readdir(join(lock, '..'))).toEqual(['.lock']);
	});

	test('gives up when a living holder keeps it for too long, and says who that is', async () => {
		const lock = await newLock();
		const holder = { ...(await thisProcess()), since: '2026-11-20T10:00:00.000Z' };
		await writeFile(lock, formatHolder(holder));
		hurry(60);
		const { pid, host, since } = holder;
		const waiting = withLock(lock, async () => {});
		await expect(waiting).rejects.toThrow(BusyError);
		await expect(waiting).rejects.toThrow(
			`Process ${pid} on ${host} has been at work since ${since}`,
		);
		await expect(waiting).rejects.toThrow('expected it to end within 30 s.');
		expect(await readFile(lock, 'utf8')).toBe(formatHolder(holder));
		expect(await readdir(join(lock, '..'))).toEqual(['.lock']);
	});

	test('tells a holder that its lock was taken away, and leaves it with the other', async () => {
		const lock = await newLock();
		await withLock(lock, async (held) => {
			await held.assertHeld();
			await writeFile(lock, '4711 another-machine\n');
			await expect(held.assertHeld()).rejects.toThrow(BusyError);
		});
		expect(await readFile(lock, 'utf8')).toBe('4711 another-machine\n');
	});
});

describe('a holder', () => {
	test('is there, is not, or cannot be asked', async () => {
		const own = await thisProcess();
		expect(await isThere(own)).toBe(true);
		expect(await isThere({ ...own, pid: dead })).toBe(false);
		expect(await isThere({ ...own, start: '1' })).toBe(false);
		expect(await isThere({ ...own, space: 'elsewhere' })).toBeUndefined();
	});

	test('is read as it was written', async () => {
		const own = await thisProcess();
		expect(parseHolder(formatHolder(own))).toEqual(own);
		expect(formatHolder(own)).toMatch(/^\S+(?: \S+){4}\n$/);
		expect(parseHolder('4711')).toEqual({
			pid: 4711,
			host: 'unknown',
			space: 'unknown',
			start: 'unknown',
			since: 'unknown',
		});
	});

	test('of whom only the number is known is there as long as the number is', async () => {
		const own = await thisProcess();
		expect(await isThere({ ...own, start: 'unknown' })).toBe(true);
	});

	test('is known by its host where there is no `/proc`', async () => {
		const { readFile: read } = promises;
		replace({
			readFile: async (...parameters: Parameters<typeof read>) => {
				if (String(parameters[0]).startsWith('/proc/')) throw new Error('no /proc');
				return read(...parameters);
			},
		});
		const own = await thisProcess();
		expect(own.space).toBe(`host/${hostname()}`);
		expect(await isThere(own)).toBe(true);
		expect(await isThere({ ...own, pid: dead })).toBe(false);

		const folder = await temporaryFolder();
		vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
		const startBy = async (script: string) => {
			await writeFile(join(folder, 'ps'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
			return (await thisProcess()).start;
		};
		expect(await startBy('echo " Thu Nov  5 10:00:00 2026 "')).toBe('Thu_Nov_5_10:00:00_2026');
		expect(await startBy('echo')).toBe('unknown');
		expect(await startBy('exit 1')).toBe('unknown');
	});
});

test('a process is alive, or is not', () => {
	expect([isAlive(process.pid), isAlive(process.ppid), isAlive(dead)]).toEqual([
		true,
		true,
		false,
	]);
});

import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BusyError, isAlive, withLock } from '../../src/disk/lock.ts';
import { temporaryFolder } from '../support/folders.ts';

// Larger than any that a system gives.
const dead = 999_999_999;

const newLock = async () => join(await temporaryFolder(), '.lock');

afterEach(() => {
	vi.restoreAllMocks();
});

describe('withLock', () => {
	test('names its holder while it is held, and is given back', async () => {
		const lock = await newLock();
		const result = await withLock(lock, async () => {
			expect(await readFile(lock, 'utf8')).toBe(`${process.pid} ${hostname()}\n`);
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
			await new Promise((resolve) => setTimeout(resolve, 50));
			events.push('first ends');
		});
		await begun.promise;
		await withLock(lock, async () => {
			events.push('second begins');
		});
		await first;
		expect(events).toEqual(['first begins', 'first ends', 'second begins']);
	});

	test('takes the lock of a process that is gone, and clears away what it left', async () => {
		const lock = await newLock();
		await writeFile(lock, `${dead} ${hostname()}\n`);
		await writeFile(`${lock}.${dead}`, '');
		await writeFile(`${lock}.${dead}.broken`, '');
		await withLock(lock, async () => {
			expect(await readFile(lock, 'utf8')).toContain(String(process.pid));
		});
		expect(await readdir(join(lock, '..'))).toEqual([]);
	});

	test('gives up when a holder that cannot be asked keeps it for too long', async () => {
		const lock = await newLock();
		await writeFile(lock, `${dead} another-machine\n`);
		let now = 0;
		vi.spyOn(Date, 'now').mockImplementation(() => (now += 60_000));
		await expect(withLock(lock, async () => {})).rejects.toThrow(BusyError);
		expect(await readFile(lock, 'utf8')).toBe(`${dead} another-machine\n`);
	});
});

test('a process is alive, or is not', () => {
	expect([isAlive(process.pid), isAlive(process.ppid), isAlive(dead)]).toEqual([
		true,
		true,
		false,
	]);
});

import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { besideOrHere, openLanes } from '../../src/build/lanes.ts';

const never = new AbortController().signal;

test('no more tasks run at once than there are lanes, in the order of asking', async () => {
	const lanes = openLanes(never, 2);
	const told: string[] = [];
	const open = Promise.withResolvers<void>();
	const task = (name: string, until?: Promise<void>) =>
		lanes(async () => {
			told.push(`${name} begins`);
			await until;
			told.push(`${name} ends`);
			return name;
		});
	const all = [task('a', open.promise), task('b'), task('c')];
	await all[2];
	open.resolve();
	expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
	expect(told).toEqual(['a begins', 'b begins', 'b ends', 'c begins', 'c ends', 'a ends']);
});

test('a task that fails tells whoever asked, and lets the next one begin', async () => {
	const lanes = openLanes(never, 1);
	const failing = lanes(() => Promise.reject(new Error('broken')));
	expect(await lanes(async () => 'next')).toBe('next');
	await expect(failing).rejects.toThrow('broken');
});

test('no task begins once all is stopped', async () => {
	const stop = new AbortController();
	const lanes = openLanes(stop.signal, 1);
	const running = lanes(() => setTimeout(10, 'done'));
	const waiting = lanes(async () => 'begun');
	stop.abort();
	expect(await running).toBe('done');
	await expect(waiting).rejects.toThrow(/abort/i);
});

test('what no lane has begun when it is asked for is done here, and once', async () => {
	const lanes = openLanes(never, 1);
	const open = Promise.withResolvers<void>();
	const busy = lanes(() => open.promise);
	const told: string[] = [];
	const result = besideOrHere(
		lanes,
		async () => told.push('beside'),
		() => told.push('here'),
	);
	await Promise.all([result(), result()]);
	open.resolve();
	await busy;
	await lanes(async () => {});
	expect(told).toEqual(['here']);
});

test('what a lane has begun is not done again', async () => {
	const told: string[] = [];
	const result = besideOrHere(
		openLanes(never, 1),
		async () => told.push('beside'),
		() => told.push('here'),
	);
	await setTimeout(1);
	await result();
	expect(told).toEqual(['beside']);
});

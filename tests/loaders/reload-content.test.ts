import { EventEmitter } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import type { ArchiveSource } from '../../src/loaders/current-archive.ts';
import { reloadContent } from '../../src/loaders/reload-content.ts';
import type { ArchiveView } from '../../src/model/view.ts';

/** A development server over an archive, and a record of what it was told. */
function startServer(read = async () => ({}) as ArchiveView) {
	const told: string[] = [];
	let reads = 0;
	let known: Promise<ArchiveView> | undefined;
	const source: ArchiveSource = {
		folder: '/archive/content',
		read: () => {
			if (!known) reads++;
			return (known ??= read());
		},
		forget: () => (known = undefined),
	};
	const watched: string[] = [];
	const watcher = Object.assign(new EventEmitter(), {
		add: (path: string) => watched.push(path),
	});
	const hot = { send: ({ type }: { readonly type: string }) => told.push(type) };
	const logger = {
		info: (text: string) => told.push(text),
		error: (text: string) => told.push(text),
	};
	reloadContent(
		{ watcher, hot } as unknown as Parameters<typeof reloadContent>[0],
		source,
		logger,
	);
	const touch = (path: string) => watcher.emit('all', 'change', path);
	return { told, watched, touch, reads: () => reads };
}

/** Wait until something was told, however busy the machine is. */
const untilTold = (told: readonly string[]) =>
	vi.waitFor(() => expect(told).not.toEqual([]), { timeout: 60_000 });

describe('a development server', () => {
	test('reads the archive anew, once, and reloads its pages when files of the content change', async () => {
		const { told, watched, touch, reads } = startServer();
		expect(watched).toEqual(['/archive/content']);
		touch('/archive/content/dumps/2025-03-11.txt');
		touch('/archive/content/ledger.jsonl');
		await untilTold(told);
		expect(told).toEqual(['full-reload', 'Reloaded']);
		expect(reads()).toBe(1);
	});

	test('leaves alone what is no content', async () => {
		const { told, touch, reads } = startServer();
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		touch('/archive/src/site.ts');
		vi.runAllTimers();
		vi.useRealTimers();
		expect(reads()).toBe(0);
		touch('/archive/content/ledger.jsonl');
		await untilTold(told);
		expect(reads()).toBe(1);
	});

	test('says why content cannot be read, and goes on', async () => {
		const refusal = new Error('content/dumps/2025-03-11.txt:9:1 no date');
		const { told, touch } = startServer(() => Promise.reject(refusal));
		touch('/archive/content/dumps/2025-03-11.txt');
		await untilTold(told);
		expect(told).toEqual([refusal.message]);
	});
});

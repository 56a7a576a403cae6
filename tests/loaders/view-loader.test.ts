import { describe, expect, test, vi } from 'vitest';
import type { ArchiveSource } from '../../src/loaders/current-archive.ts';
import { viewLoader } from '../../src/loaders/view-loader.ts';
import type { ArchiveView } from '../../src/model/view.ts';
import { fakeLoaderContext } from '../support/loader-context.ts';

interface Thing extends Readonly<Record<string, unknown>> {
	readonly id: string;
	readonly title: string;
}

const thing = (id: string, title = id): Thing => ({ id, title });

/** An archive of things that a test changes, how often it was read, and a loader of it. */
function startArchive(...things: readonly Thing[]) {
	let current = things;
	let known: readonly Thing[] | undefined;
	let reads = 0;
	const source: ArchiveSource = {
		folder: '/archive/content',
		read: async () => {
			if (!known) reads++;
			known ??= current;
			return known as unknown as ArchiveView;
		},
		forget: () => (known = undefined),
	};
	const loader = viewLoader('things', (archive) => archive as unknown as Thing[]);
	const change = (...news: readonly Thing[]) => (current = news);
	return { source, loader, change, reads: () => reads };
}

/** Wait until something is logged, however busy the machine is. */
const untilLogged = (logged: readonly string[]) =>
	vi.waitFor(() => expect(logged).not.toEqual([]), { timeout: 60_000 });

describe('a loader', () => {
	test('stores each thing of the archive under its id, as the schema parses it', async () => {
		const { source, loader } = startArchive(thing('a'), thing('b'));
		const { context, entries } = fakeLoaderContext(source);
		await loader.load(context);
		expect([...entries.keys()]).toEqual(['a', 'b']);
		expect(entries.get('a')!.data).toMatchObject({ title: 'a' });
	});

	test('parses again what changed, and nothing else', async () => {
		const { source, loader, change } = startArchive(thing('a'), thing('b'));
		const { context, entries, parsed } = fakeLoaderContext(source);
		await loader.load(context);
		change(thing('a', 'another title'), thing('b'));
		source.forget();
		await loader.load(context);
		expect(parsed).toEqual(['a', 'b', 'a']);
		expect(entries.get('a')!.data).toMatchObject({ title: 'another title' });
	});

	test('takes away what the archive no longer has', async () => {
		const { source, loader, change } = startArchive(thing('a'), thing('b'));
		const { context, entries } = fakeLoaderContext(source);
		await loader.load(context);
		change(thing('b'));
		source.forget();
		await loader.load(context);
		expect([...entries.keys()]).toEqual(['b']);
	});

	test('in development loads anew, once, when files of the content change', async () => {
		const { source, loader, change, reads } = startArchive(thing('a'));
		const { context, entries, logged, watched, touch } = fakeLoaderContext(source, {
			isDevelopment: true,
		});
		await loader.load(context);
		expect(watched).toEqual(['/archive/content']);
		change(thing('b'));
		touch('/archive/content/dumps/2025-03-11.txt');
		touch('/archive/content/ledger.jsonl');
		await untilLogged(logged);
		expect(logged).toEqual(['Reloaded']);
		expect(reads()).toBe(2);
		expect([...entries.keys()]).toEqual(['b']);
	});

	test('in development leaves alone what is no content', async () => {
		const { source, loader, change, reads } = startArchive(thing('a'));
		const { context, logged, touch } = fakeLoaderContext(source, { isDevelopment: true });
		await loader.load(context);
		change(thing('b'));
		touch('/archive/src/site.ts');
		await source.read();
		expect(reads()).toBe(1);
		expect(logged).toEqual([]);
	});

	test('in development says why content that changed cannot be read, and keeps what it has', async () => {
		const { source, loader } = startArchive(thing('a'));
		const { context, entries, logged, touch } = fakeLoaderContext(source, {
			isDevelopment: true,
		});
		await loader.load(context);
		source.read = () => Promise.reject(new Error('content/dumps/2025-03-11.txt:9:1 no date'));
		touch('/archive/content/dumps/2025-03-11.txt');
		await untilLogged(logged);
		expect(logged).toEqual(['content/dumps/2025-03-11.txt:9:1 no date']);
		expect([...entries.keys()]).toEqual(['a']);
	});
});

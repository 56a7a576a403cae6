import { expect, test } from 'vitest';
import {
	archiveSource,
	currentArchive,
	provideArchive,
	type ArchiveSource,
} from '../../src/loaders/current-archive.ts';
import type { ArchiveView } from '../../src/model/view.ts';

const shared = globalThis as { [key: symbol]: ArchiveSource | undefined };

test('an archive is there once it was provided, and asking before is an error', async () => {
	const key = Symbol.for('offprint:archive');
	const before = shared[key];
	delete shared[key];
	expect(() => archiveSource()).toThrow('No archive was provided');

	const view = {} as ArchiveView;
	const source = { folder: '/content', read: async () => view, forget: () => {} };
	provideArchive(source);
	expect(archiveSource()).toBe(source);
	expect(await currentArchive()).toBe(view);
	shared[key] = before;
});

import { mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptFolder } from '../../src/kept/kept-folder.ts';
import { temporaryFolder } from '../support/folders.ts';

test('what is kept of archives that were left long ago makes room, and of none that is in use', async () => {
	const root = await temporaryFolder();
	const folders = join(root, '.cache/kept');
	for (let hours = 1; hours <= 5; hours++) {
		mkdirSync(join(folders, `left-${hours}`), { recursive: true });
		const then = new Date(Date.now() - hours * 3_600_000);
		utimesSync(join(folders, `left-${hours}`), then, then);
	}
	keptFolder(root, 'one');
	expect(readdirSync(folders).filter((name) => name.startsWith('left'))).toEqual([
		'left-1',
		'left-2',
		'left-3',
	]);
	for (let other = 0; other < 6; other++) keptFolder(root, `other ${other}`);
	const left = readdirSync(folders);
	expect(left).toHaveLength(7);
	expect(left.every((name) => !name.startsWith('left'))).toBe(true);
});

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { packBeside } from '../../src/data/pack-beside.ts';
import { callScript } from '../support/call-script.ts';
import { temporaryFolder } from '../support/folders.ts';

const nothing = { paper: [], digest: [], system: [], topic: [] };

test('a disk that has no place for the database is told without a stack', async () => {
	const place = join(await temporaryFolder(), 'nowhere', 'database');
	const { code, stderr } = await callScript(async () => {
		await packBeside(nothing, place);
		return 0;
	}, []);
	expect([code, stderr.trim()]).toEqual([1, 'The disk: unable to open database file']);
});

test('a fault of what is asked of a database keeps its stack', async () => {
	const { code, stderr } = await callScript(async () => {
		new DatabaseSync(':memory:').exec('SELECT * FROM nowhere');
		return 0;
	}, []);
	expect(code).toBe(1);
	expect(stderr).toContain('no such table: nowhere');
	expect(stderr).toMatch(/^\s+at /m);
});

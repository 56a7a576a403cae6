import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { describe, expect, test } from 'vitest';
import { parseDump } from '../../src/parse/parse-dump.ts';
import { expectFile } from '../support/expected-file.ts';
import { dumpText } from '../support/dumps.ts';
import { toyFolder } from '../support/toy-archive.ts';

const fixtures = join(import.meta.dirname, '../fixtures/parse-dump');
const dumps = join(toyFolder, 'dumps');

describe('parseDump', () => {
	test.each(readdirSync(fixtures))('%s', async (name) => {
		const folder = join(fixtures, name);
		const file = new VFile({ path: 'dump.txt', value: readFileSync(join(folder, 'dump.txt')) });
		const dump = parseDump(file);
		const messages = file.messages.length > 0 ? reporter(file, { verbose: true }) : undefined;
		await expectFile(join(folder, 'messages.txt'), messages && `${messages}\n`);
		await expectFile(
			join(folder, 'dump.json'),
			dump && `${JSON.stringify(dump, undefined, '\t')}\n`,
		);
	});

	test('a file above the limit is refused before it is read', () => {
		const file = new VFile({ path: 'dump.txt', value: new Uint8Array(16 * 1024 * 1024 + 1) });
		expect(parseDump(file)).toBeUndefined();
		expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['too-large']);
	});

	test.each(readdirSync(dumps))('every character of the dump %s is kept', (name) => {
		const bytes = readFileSync(join(dumps, name));
		const file = new VFile({ path: name, value: bytes });
		const dump = parseDump(file)!;
		expect(file.messages.filter(({ fatal }) => fatal)).toEqual([]);
		expect(dumpText(dump)).toBe(bytes.toString().trimEnd());
	});

	test.each(readdirSync(dumps))('places are those of the dump %s', (name) => {
		const bytes = readFileSync(join(dumps, name));
		const lines = bytes.toString().split('\n');
		const dump = parseDump(new VFile({ path: name, value: bytes }))!;
		for (const { title, abstract } of dump.entries) {
			expect(lines[title.line - 1]!.slice(title.column - 1)).toBe(title.text);
			expect(lines[abstract.line - 1]!.slice(abstract.column - 1)).toBe(abstract.text);
		}
	});
});

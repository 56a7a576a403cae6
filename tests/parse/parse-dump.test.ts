import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { describe, expect, test } from 'vitest';
import { parseDump } from '../../src/parse/parse-dump.ts';
import { expectFile } from '../support/expected-file.ts';
import { dumpText } from '../support/dumps.ts';

const fixtures = join(import.meta.dirname, '../fixtures/parse-dump');

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

	test('every character of the real dumps is kept', () => {
		const content = join(import.meta.dirname, '../../content/dumps');
		let entries = 0;
		for (const name of readdirSync(content)) {
			const bytes = readFileSync(join(content, name));
			const file = new VFile({ path: name, value: bytes });
			const dump = parseDump(file);
			expect(file.messages, name).toEqual([]);
			expect(dumpText(dump!), name).toBe(bytes.toString().trimEnd());
			entries += dump!.entries.length;
		}
		expect(entries).toBeGreaterThanOrEqual(407);
	});

	test('places are those of the dump', () => {
		const name = join(import.meta.dirname, '../../content/dumps/2025-03-11.txt');
		const lines = readFileSync(name, 'utf8').split('\n');
		const dump = parseDump(new VFile({ path: name, value: readFileSync(name) }))!;
		for (const { title, abstract } of dump.entries) {
			expect(lines[title.line - 1]!.slice(title.column - 1)).toBe(title.text);
			expect(lines[abstract.line - 1]!.slice(abstract.column - 1)).toBe(abstract.text);
		}
	});
});

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginSealed, readSealed } from '../../src/kept/sealed-file.ts';
import { temporaryFolder } from '../support/folders.ts';

// Short and long lines, which fill several batches.
const lines = Array.from({ length: 3_000 }, (_, at) =>
	Buffer.from(`${at} ${'x'.repeat(at % 1_000 === 7 ? 100_000 : at % 90)}\n`),
);

test('a line can be read as soon as it is added, and as long as the file is not sealed', async () => {
	const draft = beginSealed(join(await temporaryFolder(), 'file'), 'key');
	const places = lines.map((line) => {
		const place = draft.add(line);
		expect(draft.read(place)).toEqual(line);
		return place;
	});
	expect(places.map((place) => draft.read(place))).toEqual(lines);
	draft.seal();
});

test('a sealed file has all lines in their order, for those who ask by its key', async () => {
	const path = join(await temporaryFolder(), 'file');
	const draft = beginSealed(path, 'key');
	for (const line of lines) draft.add(line);
	expect(readSealed(path, 'key')).toBeUndefined();
	draft.seal();
	expect(readSealed(path, 'key')?.equals(Buffer.concat(lines))).toBe(true);
	expect(readSealed(path, 'other key')).toBeUndefined();
});

import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fewestForYears, yearlyContents, yearlyFiles } from '../../src/data/papers-by-year.ts';
import type { PaperRecord } from '../../src/data/records.ts';

/** As many papers as make an archive large, by turns of three years. */
const many = Array.from({ length: fewestForYears }, (_, index) => ({
	id: String(index),
	firstSeen: `${2023 + (index % 3)}-01-01`,
})) as unknown as PaperRecord[];

test('an archive that is not large has no file for a year', async () => {
	expect(yearlyFiles(many.slice(1))).toEqual([]);
	expect(await yearlyContents(many.slice(1))).toEqual([]);
});

test('a large one has each paper in that of the year which first saw it', async () => {
	const contents = await yearlyContents(many);
	expect(yearlyFiles(many).map(({ path }) => path)).toEqual(contents.map(([path]) => path));
	const lines = contents.map(([, packed]) =>
		gunzipSync(packed)
			.toString()
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as PaperRecord),
	);
	expect(contents.map(([path]) => path)).toEqual([
		'/data/papers-2023.jsonl.gz',
		'/data/papers-2024.jsonl.gz',
		'/data/papers-2025.jsonl.gz',
	]);
	expect(lines.flat()).toHaveLength(many.length);
	for (const [at, papers] of lines.entries())
		for (const { firstSeen } of papers) expect(firstSeen).toBe(`${2023 + at}-01-01`);
});

test('a paper of this year changes the last file only', async () => {
	const more = { id: 'more', firstSeen: '2025-02-01' } as unknown as PaperRecord;
	const before = await yearlyContents(many);
	const after = await yearlyContents([...many, more]);
	expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
	expect(after.at(-1)).not.toEqual(before.at(-1));
});

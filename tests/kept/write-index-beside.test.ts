import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeIndex } from '../../src/search/build/write-index.ts';
import { openIndexWriter } from '../../src/kept/write-index-beside.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { root } from '../support/run-script.ts';
import { somePapers } from '../search/some-papers.ts';

test.each([
	['begun with the texts', true],
	['not begun before', false],
])('an index that was %s is as one written at once', async (_, hasBegun) => {
	const [folder, papers] = [await temporaryFolder(), somePapers()];
	await writeIndex(papers, join(folder, 'at-once'));
	const writer = openIndexWriter({
		root,
		kept: join(folder, 'kept'),
		folder: join(folder, 'beside'),
	});
	if (hasBegun)
		writer.begin(
			papers.map(({ title, abstract, received }) => ({ title, abstract, received })),
		);
	await writer.write(papers);
	expect(await fingerprint(writer.folder)).toEqual(await fingerprint(join(folder, 'at-once')));
});

test('texts of papers that are there are not written again', async () => {
	const [folder, papers] = [await temporaryFolder(), somePapers()];
	const write = async (some: typeof papers, there: Readonly<Record<string, string>>) => {
		const place = { root, kept: join(folder, 'kept'), folder: join(folder, 'index') };
		const writer = openIndexWriter(place);
		const left = await writer.write(some, new Map(Object.entries(there)));
		return { left, files: await fingerprint(place.folder) };
	};
	const { left, files } = await write(papers, {});
	expect(left).toEqual([]);
	const again = await write(papers, files);
	const texts = Object.keys(files).filter((name) => name.startsWith('texts/'));
	expect(again.left.toSorted()).toEqual(texts);
	expect({ ...files, ...again.files }).toEqual(files);
	expect(Object.keys(again.files)).toHaveLength(Object.keys(files).length - texts.length);
	const { [texts[0]!]: _, ...others } = files;
	expect(Object.keys((await write(papers, others)).files)).toContain(texts[0]);
	const changed = papers.with(0, { ...papers[0]!, title: 'Another title' });
	expect((await write(changed, files)).left).not.toContain('texts/0.packed');
});

test('one that is stopped writes nothing', async () => {
	const folder = await temporaryFolder();
	const writer = openIndexWriter({ root, kept: folder, folder: join(folder, 'index') });
	writer.begin(somePapers());
	await writer.stop();
	expect(await fingerprint(folder)).toEqual({});
});

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

test('one that is stopped writes nothing', async () => {
	const folder = await temporaryFolder();
	const writer = openIndexWriter({ root, kept: folder, folder: join(folder, 'index') });
	writer.begin(somePapers());
	await writer.stop();
	expect(await fingerprint(folder)).toEqual({});
});

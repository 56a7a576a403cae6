import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nearestTexts } from '../../src/pipeline/nearest.ts';
import { writeIndex } from '../../src/search/build/write-index.ts';
import { openTextsThread } from '../../src/kept/texts-beside.ts';
import { abstractNumber } from '../support/dumps.ts';
import { fingerprint, temporaryFolder } from '../support/folders.ts';
import { root } from '../support/run-script.ts';
import { somePapers } from '../search/some-papers.ts';

const textsOf = (papers: ReturnType<typeof somePapers>) =>
	papers.map(({ title, abstract, received }) => ({ title, abstract, received }));

test.each([0, 3, 1_200])('of %d papers a thread finds what would be found here', async (count) => {
	const [paper] = textsOf(somePapers());
	const texts = Array.from({ length: count }, (_, number) => ({
		...paper!,
		title: `Question ${number % 7}`,
		abstract: abstractNumber(number),
	}));
	const folder = await temporaryFolder();
	const thread = openTextsThread({ root, folder, toIndex: false });
	expect(thread.findNearest(texts)()).toEqual(nearestTexts(texts).nearest);
	await thread.stop();
});

test('an index is as one written at once', async () => {
	const [folder, papers] = [await temporaryFolder(), somePapers()];
	const [atOnce, beside] = [join(folder, 'at-once'), join(folder, 'beside')];
	await writeIndex(papers, atOnce);
	const thread = openTextsThread({ root, folder: join(folder, 'kept'), toIndex: true });
	const nearest = thread.findNearest(textsOf(papers));
	expect(nearest()).toEqual(nearestTexts(papers).nearest);
	await thread.writeIndex(papers, beside);
	expect(await fingerprint(beside)).toEqual(await fingerprint(atOnce));
});

test('texts of papers that are there are not written again', async () => {
	const [folder, papers] = [await temporaryFolder(), somePapers()];
	const write = async (some: typeof papers, there: Readonly<Record<string, string>>) => {
		const index = join(folder, 'index');
		const thread = openTextsThread({ root, folder: join(folder, 'kept'), toIndex: true });
		thread.findNearest(textsOf(some));
		const left = await thread.writeIndex(some, index, new Map(Object.entries(there)));
		return { left, files: await fingerprint(index) };
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

test('a thread that is stopped writes nothing', async () => {
	const folder = await temporaryFolder();
	const thread = openTextsThread({ root, folder, toIndex: true });
	thread.findNearest(textsOf(somePapers()));
	await thread.stop();
	expect(await fingerprint(folder)).toEqual({});
});

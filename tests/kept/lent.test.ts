import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptFolder } from '../../src/kept/kept-folder.ts';
import { openPages } from '../../src/kept/kept-pages.ts';
import { openResults } from '../../src/kept/kept-results.ts';
import { giveBack, lend } from '../../src/kept/lent.ts';
import { traceArchive } from '../../src/kept/traced-archive.ts';
import { topicCard } from '../../src/cards/card.ts';
import { writeCards } from '../../src/kept/write-cards.ts';
import type { ArchiveView } from '../../src/model/view.ts';
import { temporaryFolder } from '../support/folders.ts';

/** Runs that find something out of texts, pages and cards of one name, and say how much they made. */
async function startProject() {
	const root = await temporaryFolder();
	const run = async (content: string, ...names: string[]) => {
		const results = openResults(root, content);
		for (const name of names) results.keep('names', [name], () => name.length);
		results.save();
		const papers = new Map(names.map((name) => [name, { title: name }]));
		const traced = traceArchive({ papers } as unknown as ArchiveView);
		const address = { site: 'https://example.org', base: '/' };
		const place = { root, content, address, key: 'code', there: new Map() };
		const pages = openPages(place, traced);
		for (const name of names) {
			const page = { path: `/papers/${name}/`, view: 'paper', props: {}, render: neverAsked };
			await pages.take(page, `${page.path}index.html`, async () =>
				Buffer.from(traced.archive.papers.get(name as never)!.title),
			);
		}
		pages.save();
		let drawn = 0;
		const cards = names.map((name) => topicCard({ slug: name, name }));
		await writeCards({ root, content, cards, folder: join(root, 'site') }, async () =>
			Buffer.from(String(++drawn)),
		);
		return [results.count('names').made, pages.count().made, drawn];
	};
	return { run, folderOf: (content: string) => keptFolder(root, content) };
}

const neverAsked = () => Promise.reject();

describe('what is lent to a folder', () => {
	test('is not made there, and is kept there from then on', async () => {
		const { run, folderOf } = await startProject();
		await run('a', 'one', 'two');
		await run('b', 'three');
		lend(folderOf('whole'), [folderOf('a'), folderOf('b')]);
		expect(await run('whole', 'one', 'two', 'three')).toEqual([0, 0, 0]);
		giveBack(folderOf('whole'));
		expect(await run('whole', 'one', 'two', 'three')).toEqual([0, 0, 0]);
	});

	test('stays where it is', async () => {
		const { run, folderOf } = await startProject();
		await run('a', 'one');
		lend(folderOf('whole'), [folderOf('a')]);
		await run('whole', 'two');
		giveBack(folderOf('whole'));
		expect(await run('a', 'one')).toEqual([0, 0, 0]);
	});

	test('counts until it is given back, or something else is lent', async () => {
		const { run, folderOf } = await startProject();
		await run('a', 'one');
		await run('b', 'two');
		lend(folderOf('whole'), [folderOf('a')]);
		lend(folderOf('whole'), [folderOf('b')]);
		expect(await run('whole', 'one')).toEqual([1, 1, 1]);
		giveBack(folderOf('whole'));
		expect(await run('whole', 'two')).toEqual([1, 1, 1]);
	});

	test('counts for nothing where it is damaged', async () => {
		const { run, folderOf } = await startProject();
		await run('a', 'one');
		appendFileSync(join(folderOf('a'), 'names'), 'x');
		lend(folderOf('whole'), [folderOf('a')]);
		expect(await run('whole', 'one')).toEqual([1, 0, 0]);
	});
});

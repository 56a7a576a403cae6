import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ArchiveView } from '../../../src/model/view.ts';
import type { PaperView } from '../../../src/model/paper-view.ts';
import { serveIndex } from '../../../src/search/build/serve-index.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { somePapers } from '../some-papers.ts';

const papers = somePapers();
const archiveOf = async (some: readonly PaperView[]) =>
	({ papers: new Map(some.map((paper) => [paper.id, paper])) }) as unknown as ArchiveView;
const idsOf = (some: readonly PaperView[]) => some.map(({ id }) => id);

/** The server under `/repo/` in development, whose content a test changes. */
async function openServer(some: readonly PaperView[]) {
	const folder = join(await temporaryFolder(), 'search-index');
	let archive = archiveOf(some);
	const handle = serveIndex({ read: () => archive }, folder, '/repo/');
	/** The type and text of an answer, the error, or nothing where another has to answer. */
	const get = (url: string) =>
		new Promise((resolve) => {
			let type = '';
			const response = {
				setHeader: (_: string, value: string) => ((type = value), response),
				end: (body: Buffer) => resolve([type, body.toString()]),
			};
			handle(
				{ url } as IncomingMessage,
				response as unknown as ServerResponse,
				(error?: unknown) => resolve(error),
			);
		});
	const ids = async () => {
		const answer = (await get('/repo/search-index/ids.json')) as readonly [string, string];
		return JSON.parse(answer[1]) as unknown;
	};
	return { folder, get, ids, change: (next: Promise<ArchiveView>) => (archive = next) };
}

describe('the development server', () => {
	test('makes the index when it is first asked for', async () => {
		const { folder, get, ids } = await openServer(papers);
		expect(await get('/repo/search/')).toBeUndefined();
		await expect(stat(folder)).rejects.toThrow('ENOENT');
		expect(await ids()).toEqual(idsOf(papers));
		for (const [name, type] of [
			['ids.json', 'application/json'],
			['facets.json?ts=1', 'application/json'],
			['texts/0.packed', 'application/octet-stream'],
		])
			expect(await get(`/repo/search-index/${name}`)).toEqual([type, expect.anything()]);
		expect(await get('/repo/search-index/nothing.json')).toBeInstanceOf(Error);
	});

	test('makes it anew after a change of the content, and only then', async () => {
		const { folder, ids, change } = await openServer(papers.slice(0, 2));
		const written = async () => (await stat(join(folder, 'ids.json'))).mtimeMs;
		expect(await ids()).toEqual(idsOf(papers.slice(0, 2)));
		const before = await written();
		await ids();
		expect(await written()).toBe(before);
		change(archiveOf(papers));
		expect(await ids()).toEqual(idsOf(papers));
	});

	test('writes one after another, however fast the content changes', async () => {
		const { ids, change } = await openServer(papers);
		const asked = [1, 5, 2].map((count) => {
			change(archiveOf(papers.slice(0, count)));
			return ids();
		});
		await Promise.all(asked);
		expect(await ids()).toEqual(idsOf(papers.slice(0, 2)));
	});

	test('says why there is none, and makes it when the content is mended', async () => {
		const { get, ids, change } = await openServer(papers);
		change(Promise.reject(new Error('Unexpected dump')));
		expect(await get('/repo/search-index/ids.json')).toEqual(new Error('Unexpected dump'));
		change(archiveOf(papers));
		expect(await ids()).toEqual(idsOf(papers));
	});
});

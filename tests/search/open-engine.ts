import type { TermIndex } from '../../src/search/build/term-index.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { PaperId } from '../../src/model/id.ts';
import type { PaperView } from '../../src/model/paper-view.ts';
import { writeIndex } from '../../src/search/build/write-index.ts';
import { createSearchEngine } from '../../src/search/engine/engine.ts';
import { searchSource } from '../../src/search/engine/source.ts';
import { temporaryFolder } from '../support/folders.ts';
import { somePapers } from './some-papers.ts';

/** The engine on the index of some papers, and the names of the files that it fetches. */
export async function openEngine(papers: readonly PaperView[], saved: readonly string[] = []) {
	const folder = await temporaryFolder();
	await writeIndex(papers, folder);
	const fetched: string[] = [];
	const engine = openIndex(folder, { saved, onFetch: (name) => fetched.push(name) });
	return { engine, fetched };
}

/** The engine on an index that lies in a folder. Stubs `fetch`. */
export function openIndex(
	folder: string,
	{
		saved = [],
		onFetch = () => {},
	}: { readonly saved?: readonly string[]; readonly onFetch?: (name: string) => void } = {},
) {
	vi.stubGlobal('fetch', async (address: string) => {
		const name = address.slice('/search-index/'.length);
		onFetch(name.replace(/(?<=^terms\/|^places\/)[0-9a-f]+\//, ''));
		const bytes = await readFile(join(folder, name)).catch(() => undefined);
		return new Response(bytes ?? null, { status: bytes ? 200 : 404 });
	});
	return createSearchEngine(searchSource('/search-index/'), () => new Set(saved));
}

const [plain] = somePapers();

/** Papers with such titles and abstracts, which name no system unless one is given. */
export function papersOf(
	...texts: readonly (readonly [title: string, abstract: string, changes?: Partial<PaperView>])[]
): PaperView[] {
	return texts.map(([title, abstract, changes], number) => ({
		...plain!,
		id: `${'0'.repeat(9)}${number.toString(32)}` as PaperId,
		title,
		abstract,
		received: undefined,
		system: undefined,
		systems: [],
		topics: [],
		links: [],
		...changes,
	}));
}

/** All of an index, out of what holds its terms. */
export const allOf = ({ terms, ...others }: TermIndex) => ({
	...others,
	terms: Array.from(terms.keys(), (term) => [term, terms.get(term)]),
});

import { afterEach, expect, test, vi } from 'vitest';
import { writeIndex } from '../../../src/search/build/write-index.ts';
import { createLastingEngine } from '../../../src/search/engine/lasting-engine.ts';
import { readState } from '../../../src/search/engine/state.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { openIndex, papersOf } from '../open-engine.ts';

afterEach(() => {
	vi.unstubAllGlobals();
});

// In blocks of their own, so that a later search needs other files than the first.
const many = Array.from({ length: 400 }, (_, at) => {
	const word = (seed: number) => `w${((at + 1) * seed).toString(36)}`;
	return [`Title ${at}`, `${[7, 77, 777, 7777].map(word).join(' ')} mamba zebra`] as const;
});
const newer = [...many, ['New one', 'mamba zebra'] as const];

test.each(['?q=zebra ', '?q=zebra &when=2025', '?q=zebra &sort=newest'])(
	'a page that is open while the site is published anew finds what is new: %s',
	async (search) => {
		const folder = await temporaryFolder();
		await writeIndex(papersOf(...many), folder);
		const engine = createLastingEngine(() => openIndex(folder));
		await engine.ask(readState('?q=mamba '));
		await engine.count({ within: undefined }, readState(''));
		await writeIndex(papersOf(...newer), folder);
		const answer = await engine.ask(readState(search));
		expect(answer.papers).toHaveLength(newer.length);
		const { facets } = await engine.count(answer, readState(search));
		expect(facets.year.map(({ count }) => count)).toEqual([newer.length]);
	},
);

test('lists that were fetched before the site was published anew are fetched again', async () => {
	const folder = await temporaryFolder();
	await writeIndex(papersOf(...many), folder);
	const engine = createLastingEngine(() => openIndex(folder));
	await engine.count({ within: undefined }, readState(''));
	await writeIndex(papersOf(...newer), folder);
	const state = readState('?q=zebra &when=2025');
	expect((await engine.ask(state)).papers).toHaveLength(newer.length);
});

test('what cannot be fetched at all is said', async () => {
	const engine = createLastingEngine(() => openIndex('/nowhere'));
	await expect(engine.ask(readState('?q=zebra'))).rejects.toThrow('404');
});

test('what was fetched stays while the network is away', async () => {
	const folder = await temporaryFolder();
	await writeIndex(papersOf(...many), folder);
	const engine = createLastingEngine(() => openIndex(folder));
	await engine.ask(readState('?q=mamba '));
	vi.stubGlobal('fetch', async () => {
		throw new TypeError('Failed to fetch');
	});
	await expect(engine.namesFor('qzzy')).rejects.toThrow('Failed to fetch');
	expect((await engine.ask(readState('?q=mamba '))).papers).toHaveLength(many.length);
});

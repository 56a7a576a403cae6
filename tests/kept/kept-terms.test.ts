import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptTerms } from '../../src/kept/kept-terms.ts';
import { readSealed, writeSealed } from '../../src/kept/sealed-file.ts';
import { indexTerms } from '../../src/search/build/term-index.ts';
import { temporaryFolder } from '../support/folders.ts';
import { root } from '../support/run-script.ts';
import { allOf, papersOf } from '../search/open-engine.ts';

const papers = papersOf(
	['Mixture of experts (MoE)', 'It grows.'],
	['A MoE', 'It has $x^2$ layers.'],
	['Large language models', 'They are large.'],
);
const other = papersOf(['Another', 'It is other.'])[0]!;

describe('the terms of papers', () => {
	test.each([
		['as they were', papers],
		['and of one more', [...papers, other]],
		['of which the last is gone', papers.slice(0, -1)],
		['of which the first is another', [other, ...papers.slice(1)]],
		['in another order', papers.toReversed()],
		['that are none', []],
	])('%s, are those of a first time', async (_case, next) => {
		const folder = await temporaryFolder();
		expect(allOf(keptTerms(root, folder, papers))).toEqual(allOf(indexTerms(papers)));
		expect(allOf(keptTerms(root, folder, next))).toEqual(allOf(indexTerms(next)));
		expect(allOf(keptTerms(root, folder, papers))).toEqual(allOf(indexTerms(papers)));
	});

	test('are taken as they were kept, and those of papers after them added', async () => {
		const folder = await temporaryFolder();
		keptTerms(root, folder, papers);
		const [name = ''] = await readdir(folder);
		const path = join(folder, name);
		const [key = ''] = (await readFile(path, 'utf8')).split(' ', 1);
		const text = readSealed(path, key)!.toString('latin1');
		const changed = text.replace('["mixtur"', '["mixtor"');
		expect(changed).not.toBe(text);
		writeSealed(path, key, Buffer.from(changed, 'latin1'));
		const { terms } = keptTerms(root, folder, [...papers, other]);
		expect(terms.get('mixtor')?.papers).toEqual([0]);
		expect(terms.get('it')?.papers).toEqual([0, 1, 3]);
	});

	test('are taken anew where what was kept is damaged', async () => {
		const folder = await temporaryFolder();
		keptTerms(root, folder, papers);
		const [name = ''] = await readdir(folder);
		const text = await readFile(join(folder, name), 'latin1');
		await writeFile(join(folder, name), text.replace('["mixtur"', '["mixtor"'), 'latin1');
		expect(allOf(keptTerms(root, folder, papers))).toEqual(allOf(indexTerms(papers)));
	});
});

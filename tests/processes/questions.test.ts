import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { ingest } from '../../scripts/ingest.ts';
import { createSearchEngine, type SearchEngine } from '../../src/search/engine/engine.ts';
import { searchSource } from '../../src/search/engine/source.ts';
import { readState } from '../../src/search/engine/state.ts';
import { readSite, type BuiltSite } from '../support/built-site.ts';
import { callScript } from '../support/call-script.ts';
import { sharedFolder } from '../support/folders.ts';
import { runScript } from '../support/run-script.ts';
import { serveSite } from '../support/serve-site.ts';
import { toyFolder } from '../support/toy-archive.ts';

// What readers ask: words, names, phrases, formulas, words left out, slips, what no paper has.
const queries = [
	'attention',
	'attention sinks',
	'linear attention',
	'"linear attention"',
	'"long sequences"',
	'attention -linear',
	'attention -"linear attention"',
	'transformers',
	'transformer models',
	'recurrent neural networks',
	'state space models',
	'SSM',
	'Mamba',
	'mamba2',
	'Hydra',
	'S4',
	'LSTM',
	'sequence to sequence',
	'machine translation',
	'neural machine translation -LSTM',
	'beam search',
	'diverse beam search',
	'pointer networks',
	'in-context learning',
	'context length',
	'long context',
	'long-context',
	'perplexity',
	'mirostat',
	'sampling',
	'decoding',
	'KV cache',
	'memory',
	'fine-tuning',
	'LoRA',
	'sinklora',
	'how does attention work',
	'what is a state space model',
	'O(n^2)',
	'O(n)',
	'transfomer',
	'atention',
	'zyzzyva',
	'zyzzyva attention',
	'2024',
	'July 2024',
	'2024-07-01',
	'dwwcen884w',
	'the',
	'перевод',
] as const;

const folder = sharedFolder();
const out = join(folder, 'site');
let site: BuiltSite;
let engine: SearchEngine;
let ids: readonly string[];

beforeAll(async () => {
	const content = join(folder, 'content');
	await cp(toyFolder, content, { recursive: true });
	const lines = queries.map(
		(query, at) => `  query-${at}: { name: Query ${at}, query: ${JSON.stringify(query)} }\n`,
	);
	await writeFile(join(content, 'watch.yaml'), `questions:\n${lines.join('')}`);
	await callScript(ingest, ['--content', content]);
	const { code, stderr } = await runScript('build', [
		'--content',
		content,
		'--out',
		out,
		'--base',
		'/',
	]);
	if (code !== 0) throw new Error(stderr);
	site = readSite(out, '/', 'https://offprint.example');
	const { url, close } = await serveSite(out);
	const source = searchSource(`${url}search-index/`);
	engine = createSearchEngine(source, () => new Set());
	ids = await source.ids();
	return close;
});

describe('a standing question', () => {
	test('is asked of fifty queries', () => {
		expect(queries).toHaveLength(50);
	});

	test.each(queries.map((query, at) => [query, at] as const))(
		'%s: the page, the feeds and the search that readers have find the same papers',
		async (query, at) => {
			const { $ } = site.page(`/watch/query-${at}/`);
			const link = new URL($('.page-head a[href*="/search/"]').attr('href')!, site.origin);
			expect(link.searchParams.get('q')).toBe(query);
			const answer = await engine.ask(readState(link.search));
			// A search shows what is near as well, and says so; a question waits for the thing itself.
			const whole = answer.unknown.length > 0 ? [] : answer.papers.slice(0, answer.complete);
			const found = whole.map((paper) => `/papers/${ids[paper]}/`);
			const listed = $('ol.titles a')
				.get()
				.map((item) => $(item).attr('href')!);
			expect(listed).toEqual(found.slice(0, 65));
			expect($('.page-head').text()).toContain(
				`${found.length} ${found.length === 1 ? 'paper' : 'papers'}`,
			);
			const newest = found.slice(0, 20).map((path) => site.origin + path);
			const atom = parseFeed(site.text(`/feeds/watch/query-${at}.xml`));
			expect(atom.items.map(({ url }) => url)).toEqual(newest);
			const json = JSON.parse(site.text(`/feeds/watch/query-${at}.json`));
			expect(json.items.map(({ url }: { url: string }) => url)).toEqual(newest);
		},
	);

	test('finds something for most of them, so that the test says something', () => {
		const full = queries.filter(
			(_, at) => site.page(`/watch/query-${at}/`).$('ol.titles a').length > 0,
		);
		expect(full.length).toBeGreaterThan(35);
	});

	test('leaves a page that says so, and an empty feed, when it is asked no more', () => {
		const { $ } = site.page('/watch/long-sequences/');
		expect($('h1').text()).toBe('This question is no longer asked');
		expect(parseFeed(site.text('/feeds/watch/long-sequences.xml'))).toMatchObject({
			title: 'Offprint: long-sequences (ended)',
			items: [],
		});
	});
});

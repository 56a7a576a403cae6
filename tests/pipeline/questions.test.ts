import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import type { Content } from '../../src/model/content.ts';
import { permanentAddresses } from '../../src/model/permanent-addresses.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { planIngest } from '../../src/pipeline/plans.ts';
import { errorNames, emptyContent, ingestAll, reread } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

const dump = writeDump('Mar 11', [['Alpha', abstractNumber(1)]]);
const watching = (content: Content, ...slugs: readonly string[]): Content => ({
	...reread(content),
	watch: new VFile({
		path: 'content/watch.yaml',
		value: `questions:\n${slugs.map((slug) => `  ${slug}: { name: ${slug}, query: words }\n`).join('')}`,
	}),
});
const ingested = (content: Content) => planIngest(reread(content), []).content;
const founded = ingestAll(emptyContent(), dump).content;

describe('the address of a standing question', () => {
	test('is given by ingest, in the names and in the register, once', () => {
		const plan = planIngest(watching(founded, 'kv-cache', 'mamba'), []);
		expect(plan.names).toBe(
			'{"kind":"question","slug":"kv-cache","key":"kv-cache"}\n' +
				'{"kind":"question","slug":"mamba","key":"mamba"}\n',
		);
		expect(plan.register).toContain(
			'"means":{"/watch/kv-cache/":"kv-cache","/watch/mamba/":"mamba"}',
		);
		expect(planIngest(reread(plan.content), []).names).toBe('');
	});

	test('is what a build shows it under; one without is told of', () => {
		const content = watching(ingested(watching(founded, 'kv-cache')), 'mamba', 'kv-cache');
		const view = runPipeline(reread(content));
		expect(view.questions.map(({ slug }) => slug)).toEqual(['kv-cache']);
		expect(view.notes.flatMap(({ messages }) => messages.map(String))).toEqual([
			expect.stringContaining('The question `mamba` has no address yet'),
		]);
	});

	test('stays when the question goes, and is its own again when it comes back', () => {
		const both = ingested(watching(founded, 'kv-cache', 'mamba'));
		const left = ingested(watching(both, 'mamba'));
		const view = runPipeline(reread(left));
		expect(view.goneNames).toEqual([{ kind: 'question', slug: 'kv-cache', near: [] }]);
		expect(permanentAddresses(view)).toEqual(
			expect.arrayContaining([
				'/watch/',
				'/watch/mamba/',
				'/watch/kv-cache/',
				'/feeds/watch/kv-cache.xml',
				'/feeds/watch/kv-cache.json',
			]),
		);
		expect(planIngest(watching(left, 'mamba', 'kv-cache'), []).names).toBe('');
	});

	test('cannot be taken from the names', () => {
		const content = ingested(watching(founded, 'kv-cache'));
		const lost = { ...reread(content), names: new VFile({ value: '' }) };
		expect(errorNames(() => runPipeline(lost))).toEqual(['lost-address']);
	});
});

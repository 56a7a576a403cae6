import { describe, expect, test } from 'vitest';
import { runPipeline } from '../../src/pipeline.ts';
import { planIngest } from '../../src/pipeline/plans.ts';
import type { Content } from '../../src/model/content.ts';
import { permanentAddresses } from '../../src/model/permanent-addresses.ts';
import type { ArchiveView } from '../../src/model/view.ts';
import { dumpFile, emptyContent, errorNames, reread } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

const lexicon: ReadonlySet<string> = new Set();

/** An archive of papers on beam search, and some on ray search, with this vocabulary. */
function ingestTopics(vocabulary: string, papers = 3): Content {
	const texts = Array.from(
		{ length: papers },
		(_, index) => [`Paper ${index}`, `Of beam search. ${abstractNumber(index)}`] as const,
	);
	const submission = { ...dumpFile('dump.txt', writeDump('Mar 11', texts)), year: 2025 };
	const content = emptyContent();
	content.topics.value = vocabulary;
	return planIngest(reread(content), [submission], lexicon).content;
}

const beam = 'topics:\n  beam search: { forms: [beam search] }\n';

function withVocabulary(content: Content, vocabulary: string): Content {
	const changed = reread(content);
	changed.topics.value = vocabulary;
	return changed;
}

/** Without the first papers. */
function without(content: Content, papers: number): Content {
	const ids = String(content.ledger)
		.split('\n')
		.slice(0, papers)
		.map((line) => (JSON.parse(line) as { id: string }).id);
	const changed = reread(content);
	changed.corrections.value = `removed:\n${ids
		.map((id) => `  - paper: ${id}\n    date: 2026-11-20\n    reason: Asked for\n`)
		.join('')}`;
	return changed;
}

const topicsOf = ({ topics }: ArchiveView) =>
	[...topics.values()].map(({ slug, name, papers }) => [slug, name, papers.length]);
const run = (content: Content) => runPipeline(reread(content), lexicon);

/** Addresses of the first that the second lacks. */
function lost(first: Content, second: Content): string[] {
	const after = new Set(permanentAddresses(run(second)));
	return permanentAddresses(run(first)).filter((address) => !after.has(address));
}

describe('a topic of the vocabulary', () => {
	test('has an address from three papers on, given once', () => {
		const content = ingestTopics(beam);
		expect(String(content.names)).toBe(
			'{"kind":"topic","slug":"beam-search","key":"beam search"}\n',
		);
		expect(topicsOf(run(content))).toEqual([['beam-search', 'beam search', 3]]);
		expect(planIngest(reread(content), [], lexicon).names).toBe('');
	});

	test('is a label on fewer', () => {
		const content = ingestTopics(beam, 2);
		expect(String(content.names)).toBe('');
		const view = run(content);
		expect(view.topics.size).toBe(0);
		expect(view.trends.topics).toEqual([]);
		expect([...view.papers.values()].map(({ topics }) => topics)).toEqual([
			[{ slug: 'beam search', name: 'beam search', isLabel: true }],
			[{ slug: 'beam search', name: 'beam search', isLabel: true }],
		]);
	});

	test('keeps its address and its papers when some of them go', () => {
		const content = ingestTopics(beam);
		expect(topicsOf(run(without(content, 2)))).toEqual([['beam-search', 'beam search', 1]]);
		expect(lost(content, without(content, 2)).filter((url) => url.includes('topics'))).toEqual(
			[],
		);
	});

	test('keeps its address when all of them go', () => {
		const content = ingestTopics(beam);
		const view = run(without(content, 3));
		expect(view.topics.size).toBe(0);
		expect(view.goneNames).toEqual([{ kind: 'topic', slug: 'beam-search', near: [] }]);
	});
});

describe('a topic whose address was given', () => {
	const content = ingestTopics(beam);

	test('keeps it under another name', () => {
		const renamed = 'topics:\n  tree search: { forms: [beam search], was: [Beam Search] }\n';
		const view = run(withVocabulary(content, renamed));
		expect(topicsOf(view)).toEqual([['beam-search', 'tree search', 3]]);
		expect(planIngest(withVocabulary(content, renamed), [], lexicon).names).toBe('');
		expect(view.goneNames).toEqual([]);
	});

	test('leads to the topic that took it in', () => {
		const both = ingestTopics(
			'topics:\n  beam search: { forms: [beam search] }\n  benchmarks: { forms: [benchmarks] }\n',
		);
		const merged = 'topics:\n  benchmarks: { forms: [benchmarks], was: [beam search] }\n';
		const view = run(withVocabulary(both, merged));
		expect(topicsOf(view)).toEqual([['benchmarks', 'benchmarks', 3]]);
		expect(view.goneNames).toEqual([
			{
				kind: 'topic',
				slug: 'beam-search',
				into: { slug: 'benchmarks', name: 'benchmarks' },
				near: [],
			},
		]);
	});

	test('answers when the vocabulary has it no more', () => {
		const other = 'topics:\n  search: { forms: [search] }\n';
		const given = planIngest(withVocabulary(content, other), [], lexicon).content;
		expect(run(given).goneNames).toEqual([
			{ kind: 'topic', slug: 'beam-search', near: [{ slug: 'search', name: 'search' }] },
		]);
		expect(lost(content, given)).toEqual([]);
	});
});

describe('a large topic', () => {
	const content = ingestTopics(beam, 61);
	const isPeriod = (address: string) => /\/topics\/.+\/2025\//.test(address);

	test('has pages for years, and for months when a year is large, from then on', () => {
		const lines = (papers: number) => String(ingestTopics(beam, papers).names).split('\n');
		expect(lines(60)).toHaveLength(2);
		expect(lines(61)[1]).toBe(
			'{"kind":"topic","slug":"beam-search","key":"beam search","pages":"years"}',
		);
		expect(lines(121)[1]).toContain('"pages":"months"');
		expect(planIngest(reread(content), [], lexicon).names).toBe('');
		expect(permanentAddresses(run(content)).filter(isPeriod)).toEqual([
			'/topics/beam-search/2025/',
		]);
	});

	test.each([
		['loses papers', without(content, 30)],
		['loses all papers', without(content, 61)],
		[
			'is renamed',
			withVocabulary(
				content,
				'topics:\n  beams: { forms: [beam search], was: [beam search] }\n',
			),
		],
		['is taken out', withVocabulary(content, 'topics:\n  search: { forms: [search] }\n')],
	])('keeps them when it %s', (_, changed) => {
		expect(lost(content, changed).filter((url) => url.includes('topics'))).toEqual([]);
	});
});

test('an archive without a vocabulary has labels that a machine proposes, and no addresses', () => {
	const content = emptyContent();
	const texts = ['first', 'second', 'third', 'fourth'].map(
		(word, index) =>
			[
				`The ${word}: Neural Tangent Kernels`,
				`Neural tangent kernels. ${abstractNumber(index)}`,
			] as const,
	);
	const submission = { ...dumpFile('dump.txt', writeDump('Mar 11', texts)), year: 2025 };
	const ingested = planIngest(reread(content), [submission], lexicon).content;
	expect(String(ingested.names)).toBe('');
	const view = run(ingested);
	expect(view.topics.size).toBe(0);
	const labels = [...view.papers.values()].map(({ topics }) => topics.map(({ name }) => name));
	expect(labels.every((names) => names.includes('neural tangent kernels'))).toBe(true);
});

test('what is no vocabulary stops an ingest and a build', () => {
	const content = ingestTopics(beam);
	const broken = () => withVocabulary(content, 'topics: [a]\n');
	expect(errorNames(() => runPipeline(broken(), lexicon))).toEqual(['invalid-topic']);
	expect(errorNames(() => planIngest(broken(), [], lexicon))).toEqual(['invalid-topic']);
});

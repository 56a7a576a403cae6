import { describe, expect, test } from 'vitest';
import { findTopics } from '../../../src/enrich/topics/find-topics.ts';
import { viewTopics } from '../../../src/enrich/topics/view-topics.ts';
import type { NameLine } from '../../../src/model/names.ts';
import { papersOf, topic } from './vocabulary.ts';

const line = (slug: string, more: Partial<NameLine> = {}): NameLine => ({
	kind: 'topic',
	slug,
	key: slug.replaceAll('-', ' '),
	...more,
});
const vocabulary = [
	topic('beam search', { forms: ['beam search'], was: ['ray search', 'light search'] }),
	topic('KV cache', { forms: ['KV cache'] }),
];
const viewed = (...lines: NameLine[]) =>
	viewTopics(findTopics(papersOf(['Beam search, KV cache.', 'KV cache.']), vocabulary), lines);

describe('a topic', () => {
	test('is a label without an address, and a link with one, however few papers it has', () => {
		const { topics, topicsOf } = viewed(line('kv-cache'));
		expect(topics.map(({ slug, papers }) => [slug, papers])).toEqual([
			['kv-cache', ['p0', 'p1']],
		]);
		expect([...topicsOf.values()]).toEqual([
			[
				{ slug: 'beam search', name: 'beam search', isLabel: true },
				{ slug: 'kv-cache', name: 'KV cache' },
			],
			[{ slug: 'kv-cache', name: 'KV cache' }],
		]);
	});

	test('that was renamed keeps its address', () => {
		const { topics, byKey } = viewed(line('ray-search'));
		expect(topics.map(({ slug, name }) => [slug, name])).toEqual([
			['ray-search', 'beam search'],
		]);
		expect([...byKey.keys()]).toEqual(['beam search', 'ray search', 'light search']);
	});

	test('that took others in has its own address, or else the first of theirs', () => {
		const slugOf = (...slugs: string[]) =>
			viewed(...slugs.map((slug) => line(slug))).topics[0]!.slug;
		expect(slugOf('ray-search', 'beam-search', 'light-search')).toBe('beam-search');
		expect(slugOf('light-search', 'ray-search')).toBe('ray-search');
	});

	test('has the pages that were ever given', () => {
		const { topics } = viewed(
			line('kv-cache'),
			line('kv-cache', { pages: 'months' }),
			line('kv-cache', { pages: 'years' }),
		);
		expect(topics.map(({ pages }) => pages)).toEqual(['months']);
	});
});

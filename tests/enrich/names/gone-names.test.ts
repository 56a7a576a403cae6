import { describe, expect, test } from 'vitest';
import { goneNames } from '../../../src/enrich/names/gone-names.ts';
import type { NameLine } from '../../../src/model/names.ts';

const topic = (key: string) => ({ slug: key.replaceAll(' ', '-'), name: key });
const topics = new Map([
	...['context length', 'recurrent neural network', 'neural tangent kernel'].map(
		(key) => [key, topic(key)] as const,
	),
	['context window', topic('context length')],
]);
const line = (kind: NameLine['kind'], key: string): NameLine => ({
	kind,
	slug: key.replaceAll(' ', '-'),
	key,
});
const of = (key: string, kind: NameLine['kind'] = 'topic') =>
	goneNames([line(kind, key)], topics, ({ key: name }) =>
		name === 'iad' ? { slug: 'decoding', name: 'Decoding' } : undefined,
	)[0];

describe('what the page of a name says that no paper has any more', () => {
	test('a topic that another took in leads there', () => {
		expect(of('context window')).toEqual({
			kind: 'topic',
			slug: 'context-window',
			into: { slug: 'context-length', name: 'context length' },
			near: [],
		});
	});

	test.each([
		['neural network', ['recurrent-neural-network']],
		['deep recurrent neural network', ['recurrent-neural-network']],
		// Whole words, side by side.
		['neural', ['recurrent-neural-network', 'neural-tangent-kernel']],
		['network kernel', []],
		['ural tangent', []],
	])('%s is near to %j', (key, slugs) => {
		expect(of(key)!.near.map(({ slug }) => slug)).toEqual(slugs);
		expect(of(key)).not.toHaveProperty('into');
	});

	test('a system leads to what its paper introduces, and is near to nothing', () => {
		expect(of('iad', 'system')).toEqual({
			kind: 'system',
			slug: 'iad',
			into: { slug: 'decoding', name: 'Decoding' },
			near: [],
		});
		expect(of('neural', 'system')).toEqual({ kind: 'system', slug: 'neural', near: [] });
	});
});

import { expect, test } from 'vitest';
import { neighboursOf } from '../../../src/enrich/topics/neighbours.ts';

const papers = (text: string) =>
	text.split(' ').map((slugs) =>
		[...slugs].map((slug) => ({
			slug,
			name: slug.toUpperCase(),
			...(slug === 'x' && { isLabel: true }),
		})),
	);

const of = (slug: string, text: string) =>
	neighboursOf(papers(text))(slug).map((other) => [other.slug, other.papers]);

test('those that share more papers than by chance come before those that all papers have', () => {
	// `l` is of nearly all papers, `b` of those of `a`.
	expect(of('a', 'abl abl al l l l l cl')).toEqual([['b', 2]]);
});

test('two papers are the least, and oneself is no neighbour', () => {
	expect(of('a', 'ab ac c b c b')).toEqual([]);
	expect(of('a', 'a a a')).toEqual([]);
});

test('of two that are equally close, the first by its address', () => {
	expect(of('a', 'acb acb d d')).toEqual([
		['b', 2],
		['c', 2],
	]);
});

test('labels have no page to lead to', () => {
	expect(of('a', 'ax ax b b')).toEqual([]);
	expect(of('x', 'ax ax b b')).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { relatedPapers } from '../../src/enrich/related.ts';
import type { PaperId } from '../../src/model/id.ts';

const thing = (name: string) => ({ slug: name, name, family: name });

function paper(id: string, topics: readonly string[], systems: readonly string[] = []) {
	return {
		id: id as PaperId,
		title: id,
		abstract: '',
		topics: topics.map(thing),
		systems: systems.map(thing),
	};
}

describe('relatedPapers', () => {
	test('gives the closest first, with what they share, and nothing that shares nothing', () => {
		const related = relatedPapers([
			paper('a', ['speculative decoding', 'beam search'], ['Medusa']),
			paper('b', ['speculative decoding'], ['Medusa']),
			paper('c', ['beam search']),
			paper('d', ['point cloud']),
		]);
		expect(related.get('a' as PaperId)).toMatchObject([
			{ paper: 'b', shares: ['Medusa', 'speculative decoding'] },
			{ paper: 'c', shares: ['beam search'] },
		]);
		expect(related.get('d' as PaperId)).toEqual([]);
	});

	test('what few papers share brings closer than what many do', () => {
		const many = Array.from({ length: 40 }, (_, index) => paper(`m${index}`, ['common']));
		const related = relatedPapers([
			...many,
			paper('a', ['common', 'rare']),
			paper('b', ['rare']),
			paper('c', ['common']),
		]);
		expect(related.get('a' as PaperId)![0]).toMatchObject({ paper: 'b', shares: ['rare'] });
	});

	test('of what two papers share, the rarest is told first', () => {
		const many = Array.from({ length: 40 }, (_, index) => paper(`m${index}`, ['common']));
		const related = relatedPapers([
			...many,
			paper('a', ['common', 'rare']),
			paper('b', ['common', 'rare']),
		]);
		expect(related.get('a' as PaperId)![0]).toMatchObject({
			paper: 'b',
			shares: ['rare', 'common'],
		});
	});

	test('at most eight, and always the same', () => {
		const papers = Array.from({ length: 30 }, (_, index) => paper(`p${index}`, ['shared']));
		const first = relatedPapers(papers);
		expect(first.get('p29' as PaperId)).toHaveLength(8);
		expect(relatedPapers(papers)).toEqual(first);
	});

	test('a paper more leaves most lists as they were', () => {
		const papers = Array.from({ length: 200 }, (_, index) =>
			paper(`p${index}`, [`t${index % 40}`, `u${index % 23}`]),
		);
		const before = relatedPapers(papers);
		const after = relatedPapers([...papers, paper('new', ['t3', 'u7'])]);
		const changed = papers.filter(
			({ id }) => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)),
		);
		expect(changed.length).toBeLessThanOrEqual(14);
	});
});

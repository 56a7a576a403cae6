import { describe, expect, test } from 'vitest';
import { relatedPapers, type Compared } from '../../../src/enrich/related/related-papers.ts';
import type { PaperId } from '../../../src/model/id.ts';
import { textsOfWords } from '../../support/texts-of-words.ts';

const thing = (name: string) => ({ slug: name, name, family: name });

interface Draft {
	readonly abstract?: string;
	readonly topics?: readonly string[];
	readonly systems?: readonly string[];
}

function paper(id: string, { abstract = '', topics = [], systems = [] }: Draft): Compared {
	return {
		id: id as PaperId,
		title: '',
		abstract,
		topics: topics.map(thing),
		systems: systems.map(thing),
	};
}

const papersOf = (texts: readonly string[]) =>
	texts.map((abstract, index) => paper(`p${index}`, { abstract }));

/** The papers related to the first. */
const nearFirst = (papers: readonly Compared[]) => relatedPapers(papers).get(papers[0]!.id)!;

const idsNearFirst = (texts: readonly string[]) =>
	nearFirst(papersOf(texts)).map(({ paper }) => paper);

describe('relatedPapers', () => {
	test('gives what shares most words first, and eight where the archive has nine', () => {
		const texts = [
			'robots grasp cups',
			'birds sing',
			'robots dance',
			'robots grasp bottles',
			...Array.from({ length: 5 }, () => ''),
		];
		const near = idsNearFirst(texts);
		expect(near.slice(0, 2)).toEqual(['p3', 'p2']);
		expect(near).toHaveLength(8);
		expect(idsNearFirst(texts.slice(0, 4))).toHaveLength(3);
		expect(relatedPapers([])).toEqual(new Map());
		expect(idsNearFirst([''])).toEqual([]);
	});

	test.each([
		// Forms of a word are one.
		['a robot that is grasping', ['a kettle that is boiling', 'Robots grasped']],
		// Words of grammar, numbers and addresses are none.
		['it is up to 25 of them robots', ['it is up to 25 of them', 'two robots']],
		['robots https://x.org/kettle', ['kettle https://x.org/kettle', 'robots']],
		// Two words that stand together say more than the same two apart.
		['flow matching', ['matching a flow', 'flow matching']],
		['text-to-image', ['image with text', 'text-to-image']],
		// No pair goes over a mark.
		['flow matching', ['flow. Matching', 'flow matching']],
		// What is said again and again is what a paper is on.
		['robots, robots, robots, kettles', ['kettles, kettles', 'robots, robots']],
	])('%s', (text, others) => {
		expect(idsNearFirst([text, ...others])[0]).toBe('p2');
	});

	test('rare words bring nearer than frequent ones, and bursts nearer than what all say once', () => {
		const filler = Array.from({ length: 200 }, (_, index) => `model x${index}`);
		expect(idsNearFirst(['model kettle', 'model', 'kettle', ...filler])[0]).toBe('p2');
		const texts = [
			'we demonstrate robots',
			...Array.from({ length: 100 }, () => 'demonstrate, birds'),
			...Array.from({ length: 100 }, () => 'robots, cats, robots, cats'),
		];
		expect(idsNearFirst(texts)[0]).toBe('p101');
	});

	test('names say what two papers share, and bring none nearer', () => {
		const named = { topics: ['beam search'], systems: ['Medusa'] };
		const near = nearFirst([
			paper('a', { abstract: 'robots grasp', ...named }),
			paper('b', { abstract: 'birds sing', ...named }),
			paper('c', { abstract: 'robots grasp' }),
		]);
		expect(near).toEqual([
			{ paper: 'c', shares: [] },
			{ paper: 'b', shares: ['Medusa', 'beam search'] },
		]);
	});

	test('tells at most three names, the rarest first, and none that very many have', () => {
		const common = { topics: ['t1', 't2', 't3', 'everywhere'] };
		const many = Array.from({ length: 20 }, (_, index) =>
			paper(`m${index}`, { topics: ['everywhere', ...(index < 2 ? ['t1'] : [])] }),
		);
		const text = { abstract: 'robots grasp', ...common };
		const near = nearFirst([paper('a', text), paper('b', text), ...many]);
		expect(near[0]).toEqual({ paper: 'b', shares: ['t2', 't3', 't1'] });
	});

	test('gives the same each time, and a paper more changes few lists', () => {
		const papers = papersOf(textsOfWords(400));
		const before = relatedPapers(papers.slice(0, -1));
		expect(relatedPapers(papers.slice(0, -1))).toEqual(before);
		const after = relatedPapers(papers);
		const changed = [...before].filter(
			([id, list]) => JSON.stringify(list) !== JSON.stringify(after.get(id)),
		);
		// Those that the new paper is in.
		const given = [...before.keys()].filter((id) =>
			after.get(id)!.some(({ paper }) => paper === papers.at(-1)!.id),
		);
		expect(changed.map(([id]) => id)).toEqual(given);
		expect(changed.length).toBeLessThan(40);
	});
});

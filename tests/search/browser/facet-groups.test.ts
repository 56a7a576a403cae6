import { describe, expect, test } from 'vitest';
import { facetGroups } from '../../../src/search/browser/facet-groups.ts';
import type { FacetGroup } from '../../../src/search/engine/facet-table.ts';
import { readState } from '../../../src/search/engine/state.ts';

const topics = Array.from({ length: 12 }, (_, number) => ({
	value: `Topic ${number}`,
	count: 20 - number,
}));
const facets = {
	year: [],
	month: [{ value: '2025-03', count: 2 }],
	digest: [],
	topic: topics,
	system: [],
	code: [{ value: 'yes', count: 3 }],
};

function groupsOf(search: string, unfolded: readonly FacetGroup[] = [], isCut = false) {
	return facetGroups({ facets, isCut }, readState(search).chosen, new Set(unfolded));
}

describe('the lists beside the results', () => {
	test('have the names that readers see, and none without values', () => {
		const groups = groupsOf('').map(({ title, values }) => [title, values[0]?.name]);
		expect(groups).toEqual([
			['Topic', 'Topic 0'],
			['Code', 'Has code'],
			['Month', 'March 2025'],
		]);
	});

	test('show the first values, and all when they are unfolded', () => {
		const [first] = groupsOf('');
		expect(first!.values).toHaveLength(8);
		expect(first!.fold).toEqual({ label: '4 more', isOpen: false, isCut: false });
		const [whole, code] = groupsOf('', ['topic']);
		expect(whole!.values).toHaveLength(12);
		expect(whole!.fold).toEqual({ label: 'Fewer', isOpen: true, isCut: false });
		expect(code!.fold).toBeUndefined();
	});

	test('have no button for further values where those that are chosen are all', () => {
		const nine = { facets: { ...facets, topic: topics.slice(0, 9) }, isCut: false };
		const [topic] = facetGroups(nine, readState('?topic=Topic+8').chosen, new Set());
		expect(topic!.values).toHaveLength(9);
		expect(topic!.fold).toBeUndefined();
	});

	test('show what is chosen, also where nothing is left of it', () => {
		const [topic] = groupsOf('?topic=Topic+11&topic=Rare');
		expect(topic!.values.slice(-2)).toEqual([
			{ value: 'Topic 11', name: 'Topic 11', count: 9, isChosen: true },
			{ value: 'Rare', name: 'Rare', count: 0, isChosen: true },
		]);
		expect(topic!.fold?.label).toBe('3 more');
		const titles = groupsOf('?when=2024&when=2024-02').map(
			({ title, values }) => `${title}: ${values.length}`,
		);
		expect(titles).toEqual(['Topic: 8', 'Code: 1', 'Year: 1', 'Month: 2']);
	});

	test('do not know how many values are left out where these are not counted', () => {
		const groups = groupsOf('', ['topic'], true);
		expect(groups.map(({ group, fold }) => [group, fold?.label])).toEqual([
			['topic', 'More'],
			['system', 'More'],
			['code', undefined],
			['month', undefined],
		]);
	});
});

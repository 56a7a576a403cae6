import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/model/id.ts';
import {
	recentSuggestions,
	suggestionsFor,
	type SuggestionGroup,
} from '../../../src/search/browser/suggestions.ts';
import type { IndexedPaper } from '../../../src/search/index-files.ts';
import type { NamedPage } from '../../../src/search/engine/named-pages.ts';

const pages: NamedPage[] = [
	{ kind: 'topic', name: 'Mamba models', url: '/topics/mamba-models/', count: 1 },
	{ kind: 'system', name: 'Mamba', url: '/systems/mamba/', count: 17 },
];
const paper: IndexedPaper = {
	url: '/papers/k3v9q2x7mf/',
	title: 'A Survey of Mamba',
	text: '',
	systems: [],
	firstSeen: '2025-03-11' as Day,
	seen: 2,
};
const terms = { words: ['mamba'], symbols: [], phrases: [] };

const textOf = (groups: readonly SuggestionGroup[]) =>
	groups.map(({ title, suggestions }) => [
		title,
		...suggestions.map(({ name, note }) =>
			[...name.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)), note].join('|'),
		),
	]);

describe('suggestions', () => {
	test('are grouped: topics, systems, dates, papers, and the whole answer', () => {
		const leads = [
			{ kind: 'month', name: '2025-03', url: '/digests/2025/03/' },
			{ kind: 'system', name: 'Mamba', url: '/systems/mamba/' },
		] as const;
		const answer = { leads, papers: Array.from({ length: 20 }, (_, number) => number), terms };
		const groups = suggestionsFor('mamba', pages, answer, [paper]);
		expect(textOf(groups)).toEqual([
			['Topics', 'Mamba models|1 paper'],
			['Systems', 'Mamba|17 papers'],
			['Dates', 'March 2025|'],
			['Papers', 'A Survey of |[Mamba]||11 March 2025, in 2 digests'],
			[undefined, 'All results for “mamba”|20 papers'],
		]);
		expect(groups.at(-1)!.suggestions[0]!.url).toBe('/search/?q=mamba');
	});

	test('of a kind that has none are left out', () => {
		expect(suggestionsFor('zzyzzyx', [], { leads: [], papers: [], terms }, [])).toEqual([]);
		expect(recentSuggestions([])).toEqual([]);
	});

	test('are the searches made before, when nothing is asked', () => {
		const [group] = recentSuggestions(['O(n^2)']);
		expect(group!.suggestions[0]!.url).toBe('/search/?q=O%28n%5E2%29');
	});
});

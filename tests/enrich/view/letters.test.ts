import { describe, expect, test } from 'vitest';
import { letters } from '../../../src/enrich/view/letters.ts';
import type { PaperSummary } from '../../../src/model/paper-view.ts';

const paper = (title: string, index: number) =>
	({ id: `paper${index}`, title, firstSeen: '2025-03-11', seen: 1 }) as unknown as PaperSummary;

describe('letters', () => {
	test('lists every title under its first letter or digit, accents and quotes aside', () => {
		const titles = [
			'Émile',
			'"Energy"',
			'2x Faster',
			'10x Faster',
			'Ωmega',
			'A Study',
			'Abacus',
			'a study of B',
		];
		const pages = letters(titles.map(paper)).filter(({ papers }) => papers.length > 0);
		expect(pages.map(({ id, papers }) => [id, ...papers.map(({ title }) => title)])).toEqual([
			['a', 'A Study', 'a study of B', 'Abacus'],
			['e', 'Émile', '"Energy"'],
			['0-9', '2x Faster', '10x Faster'],
			['other', 'Ωmega'],
		]);
	});

	test('has all 28 pages, also of an empty archive', () => {
		expect(letters([])).toHaveLength(28);
	});
});

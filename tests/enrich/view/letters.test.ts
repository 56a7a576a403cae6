import { describe, expect, test } from 'vitest';
import { letters } from '../../../src/enrich/view/letters.ts';
import type { PaperId } from '../../../src/model/id.ts';

const paper = (title: string) => ({ id: title as PaperId, title });

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
		expect(pages.map(({ id, papers }) => [id, ...papers])).toEqual([
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

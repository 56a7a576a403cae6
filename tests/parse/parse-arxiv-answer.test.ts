import { describe, expect, test } from 'vitest';
import { parseArxivAnswer } from '../../src/parse/parse-arxiv-answer.ts';
import { arxivAnswer } from '../support/arxiv-answer.ts';

const paper = { id: '2503.01234', title: 'R&D of <Models>', abstract: 'We do it.' };

describe('parseArxivAnswer', () => {
	test('gives the papers of a feed, their texts on one line, without versions', () => {
		const long = 'A title that arXiv breaks because it is longer than what it puts on one line';
		expect(parseArxivAnswer(arxivAnswer([{ ...paper, title: long }, paper]))).toEqual([
			{
				...paper,
				title: long,
				authors: ['Ada Example', 'Zhāng Wěi'],
				published: '2025-03-10',
			},
			{ ...paper, authors: ['Ada Example', 'Zhāng Wěi'], published: '2025-03-10' },
		]);
		expect(parseArxivAnswer(arxivAnswer([{ ...paper, id: 'math.GT/0309136' }]))[0]!.id).toBe(
			'math.GT/0309136',
		);
		expect(parseArxivAnswer(arxivAnswer([]))).toEqual([]);
	});

	test.each([
		['nothing', '', 'expected XML'],
		['a page', '<!doctype html><title>Rate exceeded.<br>', 'expected XML'],
		['words', 'Rate exceeded.', 'expected XML'],
		['half a feed', arxivAnswer([paper]).slice(0, 900), 'expected XML'],
		['another XML', '<html></html>', 'Unexpected <html>, expected a feed of arXiv'],
		['an empty feed of some papers', arxivAnswer([], 3), 'expected some of 3 papers'],
		[
			'an error in a feed',
			arxivAnswer([paper]).replace(
				'http://arxiv.org/abs/2503.01234v2',
				'http://arxiv.org/api/errors#bad',
			),
			'Unexpected entry http://arxiv.org/api/errors#bad of arXiv: We do it.',
		],
		[
			'a paper of no day',
			arxivAnswer([paper]).replace('2025-03-10', '2025-02-30'),
			'Unexpected entry',
		],
		[
			'a foreign entity',
			`<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]>${arxivAnswer([paper]).slice(38).replace('We do it.', '&x;')}`,
			'expected XML',
		],
		['what is too deep', '<a>'.repeat(200_000), 'expected XML'],
	])('refuses %s', (_, text, expected) => {
		expect(() => parseArxivAnswer(text)).toThrow(expected);
		expect(() => parseArxivAnswer(text)).toThrow(/^.*$/);
	});
});

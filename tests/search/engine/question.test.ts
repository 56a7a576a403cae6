import { describe, expect, test } from 'vitest';
import { askingWords, subjectOf } from '../../../src/search/engine/question.ts';

describe('a question', () => {
	test.each([
		['how does Mamba work', 'Mamba', ['does', 'how', 'work']],
		['What is UI-R1?', 'UI-R1', ['is', 'what']],
		['linear attention?', 'linear attention', []],
		[
			'is there a paper about long context',
			'long context',
			['a', 'about', 'is', 'paper', 'there'],
		],
		// The words alone make none.
		['use of attention', 'use of attention', []],
		['Attention is all you need', 'Attention is all you need', []],
	])('%s is about %s', (query, subject, asking) => {
		expect(subjectOf(query).trim()).toBe(subject);
		expect([...askingWords(query)].toSorted()).toEqual(asking);
	});
});

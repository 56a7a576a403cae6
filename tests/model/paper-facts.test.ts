import { describe, expect, test } from 'vitest';
import { newestFacts } from '../../src/model/paper-facts.ts';

describe('newestFacts', () => {
	test('knows nothing where no list says anything', () => {
		expect(newestFacts([])).toBeUndefined();
		expect(newestFacts([undefined])).toBeUndefined();
	});

	test('takes what the later list says, and keeps what it leaves out', () => {
		const lists = [
			{ arxiv: '2503.00001', upvotes: 1, repository: 'https://example.org/code' },
			undefined,
			{ arxiv: '2503.00001', upvotes: 2 },
		];
		expect(newestFacts(lists)).toEqual({
			arxiv: '2503.00001',
			upvotes: 2,
			repository: 'https://example.org/code',
		});
	});

	test('keeps nothing of what was said of another paper', () => {
		const lists = [{ arxiv: '2503.00001', upvotes: 1 }, { arxiv: '2503.00002' }];
		expect(newestFacts(lists)).toEqual({ arxiv: '2503.00002' });
	});
});

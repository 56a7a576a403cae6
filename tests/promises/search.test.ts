import { describe, expect, test } from 'vitest';
import { answerAll, scoresOf } from '../../scripts/measure-search.ts';
import { questionsOf, type QuestionKind } from '../../scripts/search-questions.ts';
import { createArchiveSource } from '../../src/loaders/archive-source.ts';
import { join } from 'node:path';
import { root } from '../support/run-script.ts';
import { figure, isLong } from '../support/sizes.ts';

/** The least share of questions of which the right paper is among the first three. */
const least: Readonly<Record<QuestionKind, number>> = {
	name: 0.97,
	'name of short parts': 0.97,
	'name in a title': 0.95,
	'title with a word wrong or added': 0.9,
	question: 0.8,
	'last three words': 0.95,
	'four words': 0.95,
	'name with a slip': 0.8,
	'words with a slip': 0.9,
};

describe.runIf(isLong)('T18: papers are found as readers ask for them', () => {
	test('the right one is among the first three, for few bytes', async () => {
		const { papers } = await createArchiveSource(join(root, 'content')).read();
		const all = [...papers.values()];
		for (const half of [0, 1]) {
			const scores = scoresOf(await answerAll(all, questionsOf(all, half, 400)));
			for (const { kind, asked, share, bytes } of scores) {
				figure('T18', `${kind}: ${(100 * share).toFixed(1)} % of ${asked}`);
				// One of a few may always be missed.
				expect(share, kind).toBeGreaterThanOrEqual(Math.min(least[kind], 1 - 1 / asked));
				expect(bytes.most, kind).toBeLessThan(100_000);
			}
		}
	});
});

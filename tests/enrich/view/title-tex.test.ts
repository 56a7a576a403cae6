import { expect, test } from 'vitest';
import { viewTitleTex } from '../../../src/enrich/view/title-tex.ts';
import { restore } from '../../support/lexicon.ts';

test.each([
	[
		'H$_2$O: Heavy-Hitter Oracle for Efficient Generative Inference of Large Language Models',
		'H$_2$O: Heavy-Hitter Oracle for Efficient Generative Inference of Large Language Models',
	],
	[
		'BT^2: Backward-compatible Training with Basis Transformation',
		'$BT^2$: Backward-compatible Training with Basis Transformation',
	],
	// What is restored beside a formula is escaped as shown.
	[
		'Sorting 50% of it in O(n^2) -- a study of R&D',
		'Sorting 50\\% of it in $O(n^2)$ -- a study of R\\&D',
	],
])('%s', (title, tex) => {
	expect(viewTitleTex(title, restore(title))).toEqual({ titleTex: tex });
});

test('a title without a formula needs none', () => {
	const title = 'Predictable Scale: Part I -- Optimal Hyperparameter Scaling Law';
	expect(viewTitleTex(title, restore(title))).toEqual({});
});

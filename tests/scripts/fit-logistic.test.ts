import { describe, expect, test } from 'vitest';
import { fitLogistic, type Example } from '../../scripts/training/fit-logistic.ts';
import { logOdds } from '../../src/enrich/names/systems/linear-model.ts';

const example = (isTrue: boolean, features: Example['features']): Example => ({
	isTrue,
	features: { bias: 1, ...features },
});

describe('fitLogistic', () => {
	const examples = [
		...Array.from({ length: 30 }, () => example(true, { camel: 1 })),
		...Array.from({ length: 10 }, () => example(false, { camel: 1 })),
		...Array.from({ length: 40 }, () => example(false, {})),
	];

	test('gives each feature the weight that the counts have', () => {
		const weights = fitLogistic(examples, 0);
		// Three of four.
		expect(logOdds({ bias: 1, camel: 1 }, weights)).toBeCloseTo(Math.log(3), 2);
		expect(logOdds({ bias: 1 }, weights)).toBeLessThan(-5);
	});

	test('holds weights small that few examples speak for', () => {
		const free = fitLogistic(examples, 0.1);
		const held = fitLogistic(examples, 2);
		expect(Math.abs(held['camel']!)).toBeLessThan(Math.abs(free['camel']!));
	});

	test('gives the same weights for the same examples', () => {
		expect(fitLogistic(examples, 2)).toEqual(fitLogistic(examples, 2));
	});
});

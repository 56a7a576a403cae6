import { describe, expect, test } from 'vitest';
import { nounRuns } from '../../../src/enrich/topics/noun-runs.ts';

const phrasesOf = (text: string) =>
	[...nounRuns(text)].map(({ windows }) => windows.map((window) => window.text));

describe('nounRuns', () => {
	test.each([
		[
			'Fast video generation with agents',
			[['Fast video', 'Fast video generation', 'video generation'], []],
		],
		['models. Models, models', [[], [], []]],
		// Words with a hyphen are not torn.
		['a vision-language model', [['vision-language', 'vision-language model']]],
		['text-to-video generation', [['text-to-video', 'text-to-video generation']]],
		['the model’s state', [['model state']]],
		['all of the', []],
		// Of four words at most.
		['one-two-three-four-five', [[]]],
		['', []],
	])('%s', (text, expected) => {
		expect(phrasesOf(text)).toEqual(expected);
	});

	test('tells what stands beside a phrase, unless something parts it from that', () => {
		const [run] = nounRuns('deep vision-language model training.');
		const beside = run!.windows.map(({ key, before, behind }) => [key, before, behind]);
		expect(beside).toContainEqual(['vision languag model', 'deep', 'train']);
		expect(beside).toContainEqual(['model train', 'languag', '']);
		expect(run!.stems).toEqual(['deep', 'vision', 'languag', 'model', 'train']);
	});

	test('takes a sentence of any length', () => {
		const [run] = nounRuns('word '.repeat(5_000));
		expect(run!.windows.length).toBeLessThan(20_000);
	});
});

import { describe, expect, test } from 'vitest';
import { planIngest } from '../../src/pipeline.ts';
import { dumpFile, emptyContent, ingestAll } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

const title = 'GEAR: An Efficient KV Cache Compression Recipe for Near-Lossless Inference';
const abstract = `${abstractNumber(1)} ${abstractNumber(2)}`;
const other =
	'Birds of the far north sing at dawn; their songs carry over ice and open water alike, and are learned by ear. '.repeat(
		3,
	);

function warnings(title_: string, abstract_: string): string[] {
	const { content } = ingestAll(emptyContent(), writeDump('Mar 11', [[title, abstract]]));
	const file = dumpFile('2025-03-13.txt', writeDump('Mar 13', [[title_, abstract_]]));
	planIngest(content, [{ ...file, fileName: '2025-03-13.txt' }]);
	return file.file.messages.map(({ ruleId }) => ruleId!);
}

describe('a new paper that is like another', () => {
	test.each([
		// A version in the title, a word more, a letter lost by the feed.
		[`${title} v2`, other, ['near-miss']],
		[title.replace('Recipe for', 'Recipefor '), other, ['same-title']],
		[title.replace('Near-Lossless', 'Lossless'), other, ['near-miss']],
		// Another title over much the same abstract.
		[
			'Compressing Caches by Gears',
			`${abstract} We add one more sentence at its end.`,
			['near-miss'],
		],
		// Nothing but the field in common.
		['LESS: An Efficient Method for Speculative Decoding', other, []],
		['Another Paper', abstractNumber(40), []],
	])('%s is reported, and is a paper of its own', (title_, abstract_, expected) => {
		expect(warnings(title_, abstract_)).toEqual(expected);
	});
});

import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { parseDump } from '../../src/parse/parse-dump.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

/** Where a dump of one paper with this abstract has odd characters. */
function placesOf(abstract: string) {
	const file = new VFile({ path: 'dump.txt', value: writeDump('Mar 11', [['T', abstract]]) });
	parseDump(file);
	return file.messages
		.filter(({ ruleId }) => ruleId === 'odd-character')
		.map(({ line, column }) => [line, column]);
}

describe('a character’s place in the dump', () => {
	const sentence = abstractNumber(1);

	test.each([
		['on a block’s first line', `a\u200bb ${sentence}`, [13, 2]],
		['on its second', `${sentence}\nab\u200bc`, [14, 3]],
		['on its third, which is indented', `${sentence}\n${sentence}\n  \t\u200bab`, [15, 4]],
		['at the end of a line that is not the last', `${sentence}\nabc\u200b\nabc`, [14, 4]],
	])('%s', (_name, abstract, place) => {
		expect(placesOf(abstract)).toEqual([place]);
	});
});

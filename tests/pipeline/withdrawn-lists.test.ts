import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/model/content.ts';
import { planIngest } from '../../src/pipeline/plans.ts';
import { planTakeUp } from '../../src/pipeline/take-up.ts';
import { abstractNumber, writeDump, writeList } from '../support/dumps.ts';
import { dumpFile, emptyContent, reread } from '../support/content.ts';

describe('a list of the feed that was withdrawn', () => {
	const day = '2026-04-28';
	const listed = (numbers: readonly number[], upvotes = 0, fileName = day) => ({
		...dumpFile(
			'list',
			writeList(
				numbers.map((number) => [`Paper ${number}`, abstractNumber(number)] as const),
				{ upvotes },
			),
		),
		fileName,
	});
	/** The archive of some lists, of which the dump of the last was withdrawn. */
	function without(...lists: readonly (readonly number[])[]): Content {
		const days = lists.map((_, index) => `2026-04-${29 - lists.length + index}`);
		let content = emptyContent();
		for (const [index, numbers] of lists.entries())
			content = planIngest(reread(content), [listed(numbers, 0, days[index])]).content;
		return withdraw(content, day);
	}
	const withdraw = (content: Content, digest: string): Content => ({
		...content,
		dumps: content.dumps.filter(({ file }) => file.stem !== digest),
		corrections: new VFile({
			path: 'content/corrections.yaml',
			value: `dumps:\n  - {digest: ${digest}, withdrawn: true, date: 2026-05-01, reason: Asked for}\n`,
		}),
	});
	const outcome = (content: Content, list: ReturnType<typeof listed>) => {
		const { refused, content: after } = planTakeUp(reread(content), [list]);
		const added = after.dumps.slice(content.dumps.length);
		return [
			...refused.flatMap(({ file }) => file.messages.map(({ ruleId }) => ruleId)),
			...added.map(({ file }) => file.basename),
		];
	};
	const again = ['withdrawn-dump'];
	const second = ['2026-04-28-2.json'];

	test.each([
		['with other votes', [[1, 2]], listed([1, 2], 7), again],
		['with more papers', [[1, 2]], listed([1, 2, 3], 7), again],
		['with fewer', [[1, 2]], listed([2], 7), again],
		['with what it had from lists before', [[1], [1, 2]], listed([1, 2], 7), again],
		['though it brought no paper of its own', [[1, 2], [1]], listed([1], 7), again],
		// Of another day, of other papers, or with a new one for one of its own, it is another list.
		['of another day', [[1, 2]], listed([1, 2], 7, '2026-04-27'), ['2026-04-27.json']],
		['of known papers that it did not bring', [[1, 2], [3]], listed([1, 2], 7), second],
		['of one of its papers and another', [[1, 2]], listed([1, 3]), second],
		['of other papers, where it brought none', [[1, 2], [1]], listed([1, 3]), second],
	])('is it again, or is not: %s', (_, lists, offered, expected) => {
		expect(outcome(without(...lists), offered)).toEqual(expected);
	});

	test('is no dump in plain text of the same papers, and the other way round', () => {
		const text = {
			...dumpFile('dump.txt', writeDump('Apr 28, 2026', [['Paper 1', abstractNumber(1)]])),
			year: 2026,
		};
		const refusals = (content: Content, offer: typeof text) =>
			planTakeUp(reread(content), [offer]).refused.length;
		expect(refusals(without([1]), text)).toBe(0);
		const { content } = planIngest(emptyContent(), [text]);
		expect(outcome(withdraw(content, day), listed([1]))).toEqual(second);
	});

	test('is not missed beside a second list of its day, which is known as before', () => {
		const { content } = planIngest(without([1, 2]), [listed([3])]);
		expect(content.dumps.map(({ file }) => file.stem)).toEqual(['2026-04-28-2']);
		expect(outcome(content, listed([3], 7))).toEqual([]);
		expect(outcome(content, listed([1, 2], 7))).toEqual(again);
	});
});

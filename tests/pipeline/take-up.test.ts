import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/diagnostics.ts';
import { planTakeUp } from '../../src/pipeline/take-up.ts';
import { dumpFile, emptyContent, ingestAll } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

const offer = (day: number, ...numbers: readonly number[]) => ({
	...dumpFile(
		`inbox/${day}.txt`,
		writeDump(
			`${day > 31 ? 'Apr' : 'Mar'} ${day > 31 ? day - 31 : day}`,
			numbers.map((number) => [`Paper ${number}`, abstractNumber(number)] as const),
		),
	),
	year: 2025,
});

describe('taking up', () => {
	test.each([3, 40])(
		'%i dumps gives the ledger of as many ingests, one after another',
		(count) => {
			const offers = Array.from({ length: count }, (_, index) =>
				offer(index + 1, 1, index, index + 1),
			);
			const plan = planTakeUp(emptyContent(), offers.toReversed());
			const { content } = ingestAll(
				emptyContent(),
				...offers.map(({ file }) => String(file)),
			);
			expect(plan.ledger).toBe(String(content.ledger));
			expect(plan.manifest).toBe(String(content.manifest));
			expect([plan.taken.length, plan.refused]).toEqual([count, []]);
		},
	);

	test('leaves each message where it belongs, once', () => {
		const short = {
			...dumpFile('short.txt', writeDump('Mar 3', [['A', 'Too short.']])),
			year: 2025,
		};
		const bad = { ...dumpFile('bad.txt', 'no dump'), year: 2025 };
		const plan = planTakeUp(emptyContent(), [bad, offer(1, 1), short]);
		expect(plan.refused.map(({ file }) => file.messages.map(({ ruleId }) => ruleId))).toEqual([
			['wrong-header'],
		]);
		expect(plan.additions.map(({ file }) => file.messages.map(({ ruleId }) => ruleId))).toEqual(
			[[], ['short-abstract']],
		);
	});

	test('an error of the archive itself refuses it all', () => {
		const content = emptyContent();
		content.ledger.value = 'no ledger\n';
		expect(() => planTakeUp(content, [offer(1, 1)])).toThrow(ContentError);
	});
});

import { describe, expect, test } from 'vitest';
import { fresh } from '../../src/pipeline/read-records.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { planIngest, type IngestPlan } from '../../src/pipeline/plans.ts';
import { dumpFile, emptyContent, errorNames, ingestAll, reread } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

const first = writeDump('Mar 11', [
	['Alpha', abstractNumber(1)],
	['Beta', abstractNumber(2)],
]);

function outcome({ additions }: IngestPlan) {
	return additions.flatMap(({ digest, recorded }) =>
		recorded.map(({ entry, status }) => `${digest.id} ${entry.title.text} ${status}`),
	);
}

describe('planIngest', () => {
	test('names a dump by its day and mints an id for each paper', () => {
		const { plans, content } = ingestAll(emptyContent(), first);
		expect(outcome(plans[0]!)).toEqual(['2025-03-11 Alpha new', '2025-03-11 Beta new']);
		const ids = String(content.ledger).match(/"id":"[0-9a-z]{10}"/g);
		expect(new Set(ids).size).toBe(2);
	});

	test('gives the second dump of a day the number 2', () => {
		const second = writeDump('Mar 11', [['Gamma', abstractNumber(3)]]);
		const { plans } = ingestAll(emptyContent(), first, second);
		expect(outcome(plans[1]!)).toEqual(['2025-03-11-2 Gamma new']);
	});

	test('changes nothing when the same bytes come again', () => {
		const { plans } = ingestAll(emptyContent(), first, first);
		expect(plans[1]).toMatchObject({ additions: [], manifest: '', ledger: '' });
		expect(plans[1]!.repeats.map(({ digest }) => digest.id)).toEqual(['2025-03-11']);
		expect(plans[1]!.repeats[0]!.recorded.map(({ status }) => status)).toEqual([
			'known',
			'known',
		]);
	});

	test('takes the same bytes twice in one run once', () => {
		const plan = planIngest(emptyContent(), [
			{ ...dumpFile('a.txt', first), year: 2025 },
			{ ...dumpFile('b.txt', first), year: 2025 },
		]);
		expect(plan.additions).toHaveLength(1);
		expect(plan.repeats.map(({ file }) => file.path)).toEqual(['b.txt']);
	});

	test('knows a paper again, whatever its case, punctuation and spaces', () => {
		const again = writeDump('Mar 13', [['ALPHA', abstractNumber(1).replaceAll(',', ' ,')]]);
		const { plans } = ingestAll(emptyContent(), first, again);
		expect(plans[1]!.ledger).toBe('');
		expect(plans[1]!.additions[0]!.recorded[0]!.id).toBe(
			plans[0]!.additions[0]!.recorded[0]!.id,
		);
	});

	test.each([
		[
			'same title, abstract revised: revised',
			'Alpha',
			`${abstractNumber(1)} It is new.`,
			'revised',
			true,
		],
		['same abstract, title changed: retitled', 'Aleph', abstractNumber(1), 'retitled', true],
		[
			'same title, unrelated abstract: two papers',
			'Alpha',
			'Birds of the far north sing at dawn; their songs carry over ice and open water alike. '.repeat(
				3,
			),
			'new',
			false,
		],
	] as const)('%s', (_name, title, abstract, status, same) => {
		const { plans, content } = ingestAll(
			emptyContent(),
			first,
			writeDump('Mar 13', [[title, abstract]]),
		);
		const recorded = plans[1]!.additions[0]!.recorded[0]!;
		expect(recorded.status).toBe(status);
		expect(recorded.id === plans[0]!.additions[0]!.recorded[0]!.id).toBe(same);
		expect(() => runPipeline(content)).not.toThrow();
	});

	test.each([
		[
			'an abstract that shares half its words',
			'Alpha',
			`${abstractNumber(1).slice(0, 70)} where birds of the far north sing at dawn over the ice and the water, as they did before, and then are gone.`,
			'slightly-alike',
		],
		['a version in the title', 'Alpha V2', abstractNumber(1), 'telling-title'],
	])('takes %s for the same paper, and warns', (_, title, abstract, rule) => {
		const { plans } = ingestAll(
			emptyContent(),
			first,
			writeDump('Mar 13', [[title, abstract]]),
		);
		const { file, recorded } = plans[1]!.additions[0]!;
		expect(recorded[0]!.id).toBe(plans[0]!.additions[0]!.recorded[0]!.id);
		expect(file.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([[rule, false]]);
	});

	test('reports a title of one paper over the abstract of another, which decides', () => {
		const { plans } = ingestAll(
			emptyContent(),
			first,
			writeDump('Mar 13', [['Alpha', abstractNumber(2)]]),
		);
		const [{ file, recorded }] = plans[1]!.additions as [IngestPlan['additions'][number]];
		expect(file.messages.map(({ ruleId, line, fatal }) => [ruleId, line, fatal])).toEqual([
			['two-papers-claim-it', 11, false],
		]);
		const [, beta] = plans[0]!.additions[0]!.recorded;
		expect(recorded).toMatchObject([{ id: beta!.id, status: 'retitled' }]);
	});

	test('adds several files in the order of their days, whatever their order', () => {
		const plan = planIngest(emptyContent(), [
			{
				...dumpFile('b.txt', writeDump('Mar 13', [['Alpha', abstractNumber(1)]])),
				year: 2025,
			},
			{ ...dumpFile('a.txt', first), year: 2025 },
		]);
		expect(outcome(plan)).toEqual([
			'2025-03-11 Alpha new',
			'2025-03-11 Beta new',
			'2025-03-13 Alpha known',
		]);
	});

	test('refuses all when one is refused', () => {
		const submissions = [
			{ ...dumpFile('a.txt', first), year: 2025 },
			{ ...dumpFile('b.txt', 'not a dump'), year: 2025 },
		];
		expect(errorNames(() => planIngest(emptyContent(), submissions))).toEqual(['wrong-header']);
	});

	test('takes up a dump that lies in the folder without a line in ledger or manifest', () => {
		const content = {
			...emptyContent(),
			dumps: [dumpFile('content/dumps/2025-03-11.txt', first)],
		};
		const plan = planIngest(content, []);
		expect(outcome(plan)).toEqual(['2025-03-11 Alpha new', '2025-03-11 Beta new']);
		expect(() => runPipeline(reread(plan.content))).not.toThrow();
	});

	test('warns of a day that is years from every other, whose year may be mistyped', () => {
		const { content } = ingestAll(emptyContent(), first);
		const far = { ...dumpFile('dump.txt', writeDump('Mar 13', [['Far', abstractNumber(9)]])) };
		const warnings = [2026, 2205, 1999].map((year) => {
			const { additions } = planIngest(reread(content), [
				{ ...far, file: fresh(far.file), year },
			]);
			return additions[0]!.file.messages.map(({ ruleId }) => ruleId);
		});
		expect(warnings).toEqual([[], ['far-day'], ['far-day']]);
	});

	test.each([
		['ledger and register', ['ledger', 'register'], 'missing-register'],
		['names and register', ['names', 'register'], 'missing-register'],
		['manifest and register', ['manifest', 'register'], 'missing-register'],
		['ledger', ['ledger'], 'lost-address'],
	] as const)('gives no address anew where %s were emptied', (_, names, refusal) => {
		const { content } = ingestAll(emptyContent(), first);
		for (const name of names) content[name].value = '';
		expect(errorNames(() => planIngest(reread(content), []))).toContain(refusal);
	});

	test('adds to what is there on lines of its own', () => {
		const { content } = ingestAll(emptyContent(), first);
		const whole = String(content.ledger);
		// As an editor may leave it.
		content.ledger.value = whole.trimEnd();
		const later = writeDump('Mar 13', [['Gamma', abstractNumber(3)]]);
		const next = ingestAll(content, later).content;
		expect(String(next.ledger).startsWith(whole)).toBe(true);
	});

	test('never changes what an earlier ingest wrote', () => {
		const later = writeDump('Mar 1', [
			['Beta', `${abstractNumber(2)} Revised.`],
			['Gamma', abstractNumber(3)],
		]);
		const before = ingestAll(emptyContent(), first).content;
		const after = ingestAll(emptyContent(), first, later).content;
		expect(String(after.ledger).startsWith(String(before.ledger))).toBe(true);
		expect(String(after.manifest).startsWith(String(before.manifest))).toBe(true);
	});
});

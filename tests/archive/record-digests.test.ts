import { describe, expect, test } from 'vitest';
import { papersOfWordings } from '../../src/archive/papers-of-wordings.ts';
import { recordDigests } from '../../src/archive/record-digests.ts';
import type { FiledDigest } from '../../src/model/content.ts';
import { abstractNumber } from '../support/dumps.ts';
import { filedDigest } from '../support/filed-digest.ts';

const none = { merged: [], split: [] };
const birds = 'Birds of the far north sing at dawn over the ice. '.repeat(5).trim();

/** What digests are found to be, after others that were recorded before. */
function record(known: readonly FiledDigest[], ...additions: readonly FiledDigest[]) {
	const { lines: ledger } = recordDigests([], new Map(), [], known);
	for (const { file } of known) file.messages.length = 0;
	const { entries, lines } = recordDigests(
		ledger,
		papersOfWordings(ledger, none),
		known,
		additions,
	);
	const idOf = new Map(ledger.map(({ title, id }) => [id, title]));
	return {
		found: entries.map((own) => own.map(({ id, status }) => [idOf.get(id), status])),
		lines,
		ids: entries.flatMap((own) => own.map(({ id }) => id)),
		messages: additions.flatMap(({ file }) =>
			file.messages.map(({ ruleId, reason }) => [ruleId, reason] as const),
		),
		rules: additions.flatMap(({ file }) => file.messages.map(({ ruleId }) => ruleId)),
	};
}

/** Words of which some are those of others: `from` 30 of 100 leaves 70. */
const words = (from: number, to = from + 100) =>
	Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ');

describe('recordDigests', () => {
	const alpha = filedDigest('2025-03-11', ['Alpha', abstractNumber(1)], ['Beta', birds]);

	test('gives new papers ids and lines, in the order of the dump', () => {
		const { lines, ids, rules } = record([], alpha);
		expect(lines.map(({ id, digest, title }) => [id, digest, title])).toEqual([
			[ids[0], '2025-03-11', 'alpha'],
			[ids[1], '2025-03-11', 'beta'],
		]);
		expect(rules).toEqual([]);
	});

	test('knows a wording again, and writes nothing of it', () => {
		const again = filedDigest('2025-03-12', ['ALPHA', abstractNumber(1)], ['Beta', birds]);
		const { found, lines, rules } = record([alpha], again);
		// Other letters are another printing of the same wording.
		expect(found).toEqual([
			[
				['alpha', 'revised'],
				['beta', 'known'],
			],
		]);
		expect([lines, rules]).toEqual([[], []]);
	});

	test('knows papers that digests before it in the same run brought', () => {
		const next = filedDigest('2025-03-12', ['New', words(0)]);
		const last = filedDigest('2025-03-13', ['New', words(0)], ['Newer', words(0)]);
		const { ids, lines } = record([alpha], next, last);
		expect(new Set(ids).size).toBe(1);
		expect(lines.map(({ digest, title }) => [digest, title])).toEqual([
			['2025-03-12', 'new'],
			['2025-03-13', 'newer'],
		]);
	});

	test('takes the same abstract for the same paper, retitled', () => {
		const { found, lines, rules } = record(
			[alpha],
			filedDigest('2025-03-12', ['Gamma', birds]),
		);
		expect([found, rules]).toEqual([[[['beta', 'retitled']]], []]);
		expect(lines.map(({ title }) => title)).toEqual(['gamma']);
	});

	test('takes an abstract for the first of two papers that have it', () => {
		const third = filedDigest('2025-03-12', ['Gamma', birds], ['Delta', birds]);
		const { found } = record([alpha], third);
		expect(found).toEqual([
			[
				['beta', 'retitled'],
				['beta', 'retitled'],
			],
		]);
	});

	test('takes a title with a related abstract for the same paper, revised', () => {
		const known = filedDigest('2025-03-11', ['Alpha', words(0)]);
		const related = (from: number) =>
			record([known], filedDigest('2025-03-12', ['Alpha', words(from)]));
		expect(related(10)).toMatchObject({ found: [[['alpha', 'revised']]], rules: [] });
		// Related so little that a person should look: how much is said.
		expect(related(60)).toMatchObject({
			found: [[['alpha', 'revised']]],
			messages: [['slightly-alike', expect.stringContaining('0.39')]],
		});
		expect(related(95)).toMatchObject({
			found: [[[undefined, 'new']]],
			rules: ['same-title'],
		});
	});

	test('takes one of several papers of a title that has the abstract most alike', () => {
		const known = filedDigest(
			'2025-03-11',
			['Alpha', words(0)],
			['Alpha', words(200)],
			['Alpha', words(400)],
		);
		const { ids } = record([], known);
		const near = (from: number) =>
			record([known], filedDigest('2025-03-12', ['Alpha', words(from)])).ids[0];
		expect([near(10), near(210), near(410)]).toEqual(ids);
		// Between two, the one that it shares more with.
		const between = (from: number, to: number, other: number, end: number) =>
			record(
				[known],
				filedDigest('2025-03-12', ['Alpha', `${words(from, to)} ${words(other, end)}`]),
			).ids[0];
		expect(between(0, 60, 200, 230)).toBe(ids[0]);
		expect(between(0, 30, 200, 260)).toBe(ids[1]);
	});

	test('compares with every abstract that a paper ever had', () => {
		const known = [
			filedDigest('2025-03-11', ['Alpha', words(0)]),
			filedDigest('2025-03-12', ['Alpha', words(50)]),
		];
		const { found } = record(known, filedDigest('2025-03-13', ['Alpha', words(-5, 60)]));
		expect(found).toEqual([[['alpha', 'revised']]]);
	});

	test('says when title and abstract are of two papers; the abstract decides', () => {
		const { found, rules } = record([alpha], filedDigest('2025-03-12', ['Alpha', birds]));
		expect([found, rules]).toEqual([[[['beta', 'retitled']]], ['two-papers-claim-it']]);
	});

	test('says when a title tells of another paper than its abstract', () => {
		const { messages } = record([alpha], filedDigest('2025-03-12', ['Beta V2', birds]));
		expect(messages).toEqual([['telling-title', expect.stringContaining('Beta')]]);
	});

	test('says when a dump has a paper twice', () => {
		const twice = filedDigest(
			'2025-03-12',
			['Alpha', abstractNumber(1)],
			['Alpha', abstractNumber(1)],
		);
		expect(record([alpha], twice).rules).toEqual(['repeated-paper']);
		// In two dumps it is no surprise.
		const once = filedDigest('2025-03-13', ['Alpha', abstractNumber(1)]);
		expect(record([alpha], once, once).rules).toEqual([]);
	});

	test('says what a new paper is like', () => {
		const { messages, found } = record([alpha], filedDigest('2025-03-12', ['Beta', words(0)]));
		expect(found).toEqual([[[undefined, 'new']]]);
		expect(messages).toEqual([['same-title', expect.stringContaining('Beta')]]);
		const longer = filedDigest('2025-03-12', ['Gamma', `${birds} Or so.`]);
		expect(record([alpha], longer).messages).toEqual([
			['near-miss', expect.stringContaining('Beta')],
		]);
	});

	test('does not go by a wording that became another paper’s', () => {
		const { lines: ledger } = recordDigests([], new Map(), [], [alpha]);
		const own = { ...ledger[0]!, id: 'zzzzzzzzzz' as (typeof ledger)[0]['id'] };
		const split = [
			{ paper: own.id, from: ledger[0]!.id, date: '2026-11-20', reason: 'Two' } as never,
		];
		const whole = [...ledger, own];
		const papers = papersOfWordings(whole, { merged: [], split });
		const next = filedDigest('2025-03-12', ['Alpha', `${abstractNumber(1)} It was revised.`]);
		const { entries } = recordDigests(whole, papers, [alpha], [next]);
		expect(entries[0]![0]).toMatchObject({ id: own.id, status: 'revised' });
	});
});

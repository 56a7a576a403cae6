import { describe, expect, test } from 'vitest';
import { planIngest, type IngestPlan } from '../src/archive/plan-ingest.ts';
import { permanentAddresses } from '../src/model/permanent-addresses.ts';
import { ContentError, runPipeline } from '../src/pipeline.ts';
import { applyPlan, dumpFile, emptyContent, ingestAll, reread } from './support/content.ts';
import { abstractNumber, writeDump } from './support/dumps.ts';

const first = writeDump('Mar 11', [
	['Alpha', abstractNumber(1)],
	['Beta', abstractNumber(2)],
]);

function outcome({ additions }: IngestPlan) {
	return additions.flatMap(({ digest, recorded }) =>
		recorded.map(({ entry, status }) => `${digest.id} ${entry.title.text} ${status}`),
	);
}

function errorNames(action: () => unknown): string[] {
	try {
		action();
	} catch (error) {
		if (!(error instanceof ContentError)) throw error;
		return error.files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId!));
	}
	return [];
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
		expect(() => runPipeline(applyPlan(content, plan))).not.toThrow();
	});

	test('finishes an ingest that was killed before the ledger was written', () => {
		const { content } = ingestAll(emptyContent(), first);
		const whole = String(content.ledger);
		content.ledger.value = '';
		expect(errorNames(() => runPipeline(reread(content)))).toContain('unknown-wording');
		const plan = planIngest(reread(content), []);
		expect(plan.manifest).toBe('');
		expect(plan.ledger).toBe(whole);
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

describe('runPipeline', () => {
	test('gives each paper every digest it was in, with its place', () => {
		const { content } = ingestAll(
			emptyContent(),
			first,
			writeDump('Mar 13', [
				['Gamma', abstractNumber(3)],
				['Beta', abstractNumber(2)],
			]),
		);
		const { papers, digests } = runPipeline(content);
		const beta = papers.find(({ title }) => title === 'Beta')!;
		expect(beta).toMatchObject({ firstSeen: '2025-03-11', lastSeen: '2025-03-13' });
		expect(beta.appearances).toEqual([
			{ digest: '2025-03-11', anchor: beta.id, position: 2, of: 2, line: 15 },
			{ digest: '2025-03-13', anchor: beta.id, position: 2, of: 2, line: 15 },
		]);
		expect(digests.map(({ id, earlier, later, fresh }) => [id, earlier, later, fresh])).toEqual(
			[
				['2025-03-11', undefined, '2025-03-13', 2],
				['2025-03-13', '2025-03-11', undefined, 1],
			],
		);
	});

	test('shows the wording of the latest digest, and keeps the former one', () => {
		const revised = `${abstractNumber(1)} Revised.`;
		const { content } = ingestAll(
			emptyContent(),
			first,
			writeDump('Mar 13', [['Alpha', revised]]),
		);
		const alpha = runPipeline(content).papers[0]!;
		expect(alpha.abstract).toBe(revised);
		expect(alpha.revised).toBe('2025-03-13');
		expect(alpha.formerRevisions).toEqual([
			{
				firstSeen: '2025-03-11',
				lastSeen: '2025-03-11',
				title: [{ kind: 'same', text: 'Alpha' }],
				abstract: [
					{ kind: 'same', text: abstractNumber(1) },
					{ kind: 'added', text: ' Revised.' },
				],
			},
		]);
	});

	test('takes white space alone for no revision', () => {
		const spaced = abstractNumber(1).replace(' and ', '  and\t');
		const { content } = ingestAll(
			emptyContent(),
			first,
			writeDump('Mar 13', [['Alpha', spaced]]),
		);
		expect(runPipeline(content).papers[0]!.formerRevisions).toEqual([]);
	});

	test('does not depend on the order in which dumps are read', () => {
		const { content } = ingestAll(
			emptyContent(),
			first,
			writeDump('Mar 13', [['Beta', abstractNumber(2)]]),
		);
		const reversed = { ...reread(content), dumps: reread(content).dumps.toReversed() };
		expect(runPipeline(reversed)).toEqual(runPipeline(reread(content)));
	});

	test('makes an empty archive of nothing', () => {
		expect(runPipeline(emptyContent())).toMatchObject({ papers: [], digests: [] });
	});

	test.each([
		[
			'a deleted dump',
			'lost-dump',
			(content: ReturnType<typeof ingestAll>['content']) => ({ ...content, dumps: [] }),
		],
		[
			'an edited dump',
			'edited-dump',
			(content: ReturnType<typeof ingestAll>['content']) => ({
				...content,
				dumps: [dumpFile('content/dumps/2025-03-11.txt', `${first}\n`)],
			}),
		],
		[
			'a dump that was not ingested',
			'unrecorded-dump',
			(content: ReturnType<typeof ingestAll>['content']) => ({
				...content,
				dumps: [
					...content.dumps,
					dumpFile('content/dumps/2025-03-12.txt', first.replace('Mar 11', 'Mar 12')),
				],
			}),
		],
		[
			'a dump under a wrong name',
			'file-name',
			(content: ReturnType<typeof ingestAll>['content']) => ({
				...content,
				dumps: [...content.dumps, dumpFile('content/dumps/notes.txt', first)],
			}),
		],
	])('refuses %s', (_name, expected, change) => {
		const { content } = ingestAll(emptyContent(), first);
		expect(errorNames(() => runPipeline(change(content)))).toContain(expected);
	});

	test.each([
		['not JSON', 'invalid-ledger-line'],
		['{"id":"x"}', 'invalid-ledger-line'],
	])('refuses a ledger line %s', (line, expected) => {
		const { content } = ingestAll(emptyContent(), first);
		content.ledger.value = `${String(content.ledger)}${line}\n`;
		expect(errorNames(() => runPipeline(content))).toEqual([expected]);
	});

	test('refuses a ledger that lost a line, and one that has a line too many', () => {
		const { content } = ingestAll(emptyContent(), first);
		const [one, two] = String(content.ledger).split('\n');
		const shorter = reread(content);
		shorter.ledger.value = `${one}\n`;
		expect(errorNames(() => runPipeline(shorter))).toEqual(['unknown-wording']);
		const longer = reread(content);
		longer.ledger.value = `${one}\n${two}\n${two!.replace('beta', 'gamma')}\n`;
		expect(errorNames(() => runPipeline(longer))).toEqual(['lost-wording']);
	});

	test('refuses a decision on a passage that no wording of its paper has', () => {
		const { content } = ingestAll(emptyContent(), first);
		const { id } = JSON.parse(String(content.ledger).split('\n')[0]!) as { id: string };
		const decide = (received: string): typeof content => {
			const changed = reread(content);
			changed.corrections.value = [
				'text:',
				`  - paper: ${id}`,
				'    field: abstract',
				`    received: ${received}`,
				'    text: another',
				'    date: 2026-11-20',
				'    reason: It is so',
				'',
			].join('\n');
			return changed;
		};
		expect(errorNames(() => runPipeline(decide('nowhere to be found')))).toEqual([
			'unknown-passage',
		]);
		const word = runPipeline(reread(content)).papers[0]!.abstract.split(' ')[1]!;
		const { abstract, received } = runPipeline(decide(word)).papers[0]!;
		expect(abstract).toContain('another');
		expect(received!.changes).toMatchObject([
			{ received: word, shown: 'another', rule: 'correction' },
		]);
	});
});

describe('addresses of systems and topics', () => {
	const lexicon: ReadonlySet<string> = new Set(['mamba', 'speculative', 'decoding', 'linear']);
	const named = (index: number, sentence: string) => `${sentence} ${abstractNumber(index)}`;
	const dump = writeDump('Mar 11', [
		[
			'MambaNet: Linear Decoding',
			named(1, 'We propose MambaNet, a model of speculative decoding.'),
		],
		['Second', named(2, 'It is a kind of speculative decoding.')],
		['Third', named(3, 'Another speculative decoding.')],
	]);
	const submission = { ...dumpFile('dump.txt', dump), year: 2025 };

	/** Content with this dump, and the names that ingest gave. */
	function ingestNamed(content = emptyContent()) {
		const plan = planIngest(reread(content), [submission], lexicon);
		return { plan, content: applyPlan(content, plan) };
	}

	test('are given by ingest, once, and a build shows those', () => {
		const { plan, content } = ingestNamed();
		expect(plan.names).toContain('"kind":"system","slug":"mambanet"');
		const view = runPipeline(reread(content), lexicon);
		expect(view.systems.map(({ id }) => id)).toEqual(['mambanet']);
		expect(view.papers[0]).toMatchObject({
			system: 'MambaNet',
			systems: [{ slug: 'mambanet', name: 'MambaNet' }],
		});
		expect(planIngest(reread(content), [submission], lexicon).names).toBe('');
		// Without the names nothing has an address, and nothing is linked.
		const nameless = reread(content);
		nameless.names.value = '';
		expect(runPipeline(nameless, lexicon).systems).toEqual([]);
	});

	test('answer for ever, also when nothing is found under them any more', () => {
		const { content } = ingestNamed();
		const before = permanentAddresses(runPipeline(reread(content), lexicon));
		const { id } = JSON.parse(String(content.ledger).split('\n')[0]!) as { id: string };
		const removed = reread(content);
		removed.corrections.value = `removed:\n  - paper: ${id}\n    date: 2026-11-20\n    reason: Asked for\n`;
		const view = runPipeline(removed, lexicon);
		expect(view.systems).toEqual([]);
		expect(view.overview.goneNames).toContainEqual({
			kind: 'system',
			slug: 'mambanet',
			near: [],
		});
		const after = new Set(permanentAddresses(view));
		expect(before.filter((address) => !after.has(address))).toEqual([]);
		expect(JSON.stringify(view)).not.toContain('MambaNet');
	});
});

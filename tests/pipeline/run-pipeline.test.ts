import { describe, expect, test } from 'vitest';
import type { PaperTexts } from '../../src/model/paper-view.ts';
import { nearestTexts } from '../../src/pipeline/nearest.ts';
import { readArchive, runPipeline } from '../../src/pipeline.ts';
import { dumpFile, emptyContent, errorNames, ingestAll, reread } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

const first = writeDump('Mar 11', [
	['Alpha', abstractNumber(1)],
	['Beta', abstractNumber(2)],
]);

describe('runPipeline', () => {
	test('tells the texts of papers before anything else, as they will be shown', () => {
		const dump = writeDump('Mar 11', [
			['Alpha', `${abstractNumber(1)} It takes O(n^2) "time".`],
			['Beta', abstractNumber(2)],
		]);
		const { content } = ingestAll(emptyContent(), dump);
		let told: readonly PaperTexts[] = [];
		const { papers } = runPipeline(content, undefined, {
			findNearest(texts) {
				told = texts;
				return () => nearestTexts(texts).nearest;
			},
		});
		expect(told).toEqual(
			Array.from(papers.values(), ({ title, abstract, received }) => ({
				title,
				abstract,
				...(received && { received: { changes: received.changes } }),
			})),
		);
		expect(told[0]!.received).toBeDefined();
	});

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
		const beta = [...papers.values()].find(({ title }) => title === 'Beta')!;
		expect(beta).toMatchObject({ firstSeen: '2025-03-11', lastSeen: '2025-03-13' });
		expect(beta.appearances).toEqual([
			{ digest: '2025-03-11', anchor: beta.id, position: 2, of: 2, line: 15 },
			{ digest: '2025-03-13', anchor: beta.id, position: 2, of: 2, line: 15 },
		]);
		expect(
			[...digests.values()].map(({ id, earlier, later, fresh }) => [
				id,
				earlier,
				later,
				fresh,
			]),
		).toEqual([
			['2025-03-11', undefined, '2025-03-13', 2],
			['2025-03-13', '2025-03-11', undefined, 1],
		]);
	});

	test('shows the wording of the latest digest, and keeps the former one', () => {
		const revised = `${abstractNumber(1)} Revised.`;
		const { content } = ingestAll(
			emptyContent(),
			first,
			writeDump('Mar 13', [['Alpha', revised]]),
		);
		const alpha = [...runPipeline(content).papers.values()][0]!;
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

	test('shows a wording that returns as the current one again', () => {
		const revised = `${abstractNumber(1)} Revised.`;
		const { content } = ingestAll(
			emptyContent(),
			first,
			writeDump('Mar 13', [['Alpha', revised]]),
			writeDump('Mar 15', [['Alpha', abstractNumber(1)]]),
		);
		const { papers, digests } = readArchive(content);
		expect(papers[0]!.revisions.map(({ abstract, digests }) => [abstract, ...digests])).toEqual(
			[
				[revised, '2025-03-13'],
				[abstractNumber(1), '2025-03-11', '2025-03-15'],
			],
		);
		expect(digests.map(({ entries }) => entries[0])).toMatchObject([
			{ status: 'new' },
			{ status: 'revised' },
			{ status: 'revised' },
		]);
	});

	test('takes white space alone for no revision', () => {
		const spaced = abstractNumber(1).replace(' and ', '  and\t');
		const { content } = ingestAll(
			emptyContent(),
			first,
			writeDump('Mar 13', [['Alpha', spaced]]),
		);
		expect([...runPipeline(content).papers.values()][0]!.formerRevisions).toEqual([]);
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
		const { papers, digests } = runPipeline(emptyContent());
		expect([papers.size, digests.size]).toEqual([0, 0]);
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
		const word = [...runPipeline(reread(content)).papers.values()][0]!.abstract.split(' ')[1]!;
		const { abstract, received } = [...runPipeline(decide(word)).papers.values()][0]!;
		expect(abstract).toContain('another');
		expect(received!.changes).toMatchObject([
			{ received: word, shown: 'another', rule: 'correction' },
		]);
	});
});

import { describe, expect, test } from 'vitest';
import { mintPaperId } from '../../src/archive/mint-paper-id.ts';
import { ContentError } from '../../src/diagnostics.ts';
import type { Content } from '../../src/model/content.ts';
import type { WordingKey } from '../../src/model/ledger.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { ingestAll, emptyContent, reread } from '../support/content.ts';

const birds = 'Birds of the far north sing at dawn over the ice. '.repeat(5).trim();

// Lines 1 to 3, and 4 to 7.
const { content } = ingestAll(
	emptyContent(),
	writeDump('Mar 11', [
		['Alpha', abstractNumber(1)],
		['Beta', abstractNumber(2)],
		['Gamma', abstractNumber(3)],
	]),
	writeDump('Mar 12', [
		['Alpha', `${abstractNumber(1)} It was revised.`],
		['Delta', birds],
		['Epsilon', abstractNumber(5)],
		['Beta, Retitled', abstractNumber(2)],
	]),
);
const lines = String(content.ledger).split('\n').slice(0, -1);
const idOf = (line: string) => (JSON.parse(line) as { id: string }).id;
const [alpha, beta, gamma, revision, delta, epsilon, retitled] = lines as [
	string,
	string,
	string,
	string,
	string,
	string,
	string,
];

function withLedger(...changed: readonly string[]): Content {
	const next = reread(content);
	next.ledger.value = changed.map((line) => `${line}\n`).join('');
	return next;
}

/** What a build says of a ledger: rule, line, and the line of the cause. */
function said(changed: readonly string[]): string[] {
	try {
		runPipeline(withLedger(...changed));
	} catch (error) {
		if (!(error instanceof ContentError)) throw error;
		return error.files.flatMap(({ messages }) =>
			messages.map(({ ruleId, line, cause }) =>
				[ruleId, line, (cause as { line?: number } | undefined)?.line].join(' ').trim(),
			),
		);
	}
	return [];
}

describe('a build replays the ledger', () => {
	test('and takes the one that ingest wrote', () => {
		expect(said(lines)).toEqual([]);
	});

	test('and takes lines that are there twice for one', () => {
		expect(said([alpha, beta, alpha, ...lines.slice(2), delta])).toEqual([]);
		const view = runPipeline(withLedger(...lines, ...lines));
		expect(view.papers).toEqual(runPipeline(reread(content)).papers);
	});

	test.each<[string, readonly string[], string[]]>([
		[
			'an id that was minted twice, for two papers',
			[
				alpha,
				beta,
				gamma,
				revision,
				delta.replace(idOf(delta), idOf(beta)),
				epsilon,
				retitled,
			],
			['shared-id 5 2'],
		],
		[
			'a paper with a second id for the same wording',
			[...lines, alpha.replace(idOf(alpha), idOf(beta))],
			['contradictory-ledger-line 8 1'],
		],
		[
			'a paper with a second id for the same abstract',
			withIds([retitled, ownIdOf(retitled)]),
			['forked-paper 7 2'],
		],
		[
			'two ids that are swapped',
			withIds([delta, idOf(epsilon)], [epsilon, idOf(delta)]),
			['foreign-id 5 6', 'foreign-id 6 5'],
		],
		['an id that no title gives', withIds([gamma, 'zzzzzzzzzz']), ['foreign-id 3']],
		[
			'lines of a dump in another order than its own',
			[alpha, gamma, beta, revision, delta, epsilon, retitled],
			['impossible-order 3 2'],
		],
		[
			'lines of a dump that stand apart',
			[alpha, beta, revision, gamma, delta, epsilon, retitled],
			['impossible-order 4 2', 'impossible-order 5 3'],
		],
	])('and refuses %s, with both lines', (_, changed, expected) => {
		const found = said(changed);
		for (const message of expected) expect(found).toContain(message);
	});

	test('and takes dumps in whatever order they were ingested', () => {
		expect(said([revision, delta, epsilon, retitled, alpha, beta, gamma])).toEqual([]);
	});
});

/** The lines, these with other ids. */
function withIds(...changed: readonly (readonly [line: string, id: string])[]): string[] {
	const ids = new Map(changed);
	return lines.map((line) => line.replace(idOf(line), ids.get(line) ?? idOf(line)));
}

/** The id that a line's wording would have been given, if the paper had been new. */
function ownIdOf(line: string): string {
	return mintPaperId(JSON.parse(line) as WordingKey, () => false);
}

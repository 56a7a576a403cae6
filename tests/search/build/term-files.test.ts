import { describe, expect, test } from 'vitest';
import { readState } from '../../../src/search/engine/state.ts';
import { termFilesOf } from '../../../src/search/build/term-files.ts';
import { indexTerms } from '../../../src/search/build/term-index.ts';
import type { TermRow } from '../../../src/search/term-file.ts';
import { openEngine, papersOf } from '../open-engine.ts';

/** So many papers that say `signal` twice, every tenth of which says `delta` twice, too. */
function signals(many: number) {
	const texts = Array.from({ length: many }, (_, at) => {
		const others = at % 10 === 0 ? ' delta delta' : '';
		return [`Paper ${at}`, `A signal signal${others}.`] as const;
	});
	return papersOf(...texts);
}

describe('termFilesOf', () => {
	test.each([
		[1_200, ''],
		[900, '2'.repeat(900)],
	])('says how often of what few of %d papers have', (many, counts) => {
		const { blocks } = termFilesOf(indexTerms(signals(many)), many);
		const rows = new Map(blocks.flat().map((row): [string, TermRow] => [row[0], row]));
		expect(rows.get('signal')![2]).toBe(counts);
		expect(rows.get('delta')![2]).toBe('2'.repeat(many / 10));
	});

	test('lets what most papers have be found without it', async () => {
		const { engine } = await openEngine(signals(1_200));
		expect((await engine.ask(readState('?q=signal'))).papers).toHaveLength(1_200);
		const { papers } = await engine.ask(readState('?q=signal delta'));
		expect(papers).toEqual(Array.from({ length: 120 }, (_, at) => 1_190 - at * 10));
	});
});

import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { applyEnrichment } from '../../src/archive/enrichment/apply-enrichment.ts';
import { parseEnrichment } from '../../src/archive/enrichment/enrichment-lines.ts';
import type { Archive } from '../../src/model/archive.ts';
import type { Day, PaperId } from '../../src/model/id.ts';

const [one, other] = ['k3v9q2x7mf', '0123456789'] as [PaperId, PaperId];
const lines = (...values: readonly object[]) => {
	const value = values.map((line) => JSON.stringify(line)).join('\n');
	const file = new VFile({ path: 'content/enrichment.jsonl', value });
	return { file, read: parseEnrichment(file, (id) => id === one || id === other) };
};

describe('what is known of a paper beside the feed', () => {
	const found = { paper: one, by: 'arxiv', arxiv: '2503.00001', authors: ['Ada'] };
	const byHand = { paper: other, by: 'hand', arxiv: '2503.00001' };
	const factsOf = (...values: readonly object[]) => {
		const archive = { papers: [{ id: one }] } as unknown as Archive;
		const merge = { paper: other, into: one, date: '2026-01-01' as Day, reason: 'x' };
		const { papers } = applyEnrichment(archive, lines(...values).read, { merged: [merge] });
		return papers[0]!.facts;
	};

	test('is what arXiv says, as long as no person wrote anything of it, also under a former id', () => {
		expect(factsOf(found)).toEqual({ arxiv: '2503.00001', authors: ['Ada'] });
		expect(factsOf(found, byHand)).toEqual({ arxiv: '2503.00001' });
		expect(factsOf(found, { paper: other, by: 'hand' })).toBeUndefined();
	});
});

describe('a line that is none', () => {
	test.each([
		['a field of another kind', { paper: one, by: 'arxiv', score: 2 }, '1:36', '`score: 2`'],
		['a field that has no meaning', { paper: one, by: 'hand', votes: 3 }, '1:35', '`votes: 3`'],
		['a field that is missing', { paper: one }, '1:1', '`by: nothing`'],
		['no object', [], '1:1', '`[]`'],
	])('is refused where it is wrong: %s', (_, line, place, said) => {
		const { file, read } = lines(line);
		expect(read.size).toBe(0);
		expect(file.messages.map(String)).toEqual([expect.stringContaining(`:${place}: `)]);
		expect(String(file.messages[0])).toContain(said);
	});
});

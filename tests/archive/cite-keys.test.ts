import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citeKeys } from '../../src/archive/cite-keys.ts';
import { fold } from '../../src/archive/wording-key.ts';
import type { DigestId, PaperId } from '../../src/model/id.ts';
import type { LedgerLine } from '../../src/model/ledger.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { emptyContent, ingestAll } from '../support/content.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';

/** A ledger of titles, a line each, in 2025 where no other year is given. */
function keysOf(
	printed: readonly string[],
	years: readonly number[] = [],
	lost = new Set<number>(),
) {
	const lines = printed.map((title, index): LedgerLine => ({
		id: `paper${index}` as PaperId,
		digest: `${years[index] ?? 2025}-01-01` as DigestId,
		title: fold(title),
		abstract: String(index),
	}));
	const titles = lines.flatMap(({ id }, index): [PaperId, string][] =>
		lost.has(index) ? [] : [[id, printed[index]!]],
	);
	return [...citeKeys(lines, new Map(titles)).values()];
}

describe('citeKeys', () => {
	test.each([
		['The Inherent Limits of Pretrained LLMs', 'inherent2025a'],
		['HyenaDNA: Long-Range Genomic Sequence Modeling', 'hyenadna2025a'],
		['On the Long-Range Abilities of Transformers', 'longrange2025a'],
		['3D Views', '3d2025a'],
		// Marks are not for keys.
		['Poincaré Embeddings', 'poincare2025a'],
		// Cut, to be typed.
		['Vision-Language-Action-Critic Models', 'visionlanguageaction2025a'],
		// Nothing that a keyboard has, or nothing that tells.
		['Машинный перевод', 'paper2025a'],
		['What Is It?', 'paper2025a'],
		['=HYPERLINK("https://example.com")', 'hyperlinkhttpsexampl2025a'],
	])('%s', (title, key) => {
		expect(keysOf([title])).toEqual([key]);
	});

	test('one word in one year gets letters in the order of the ledger', () => {
		const titles = ['Deep Learning', 'On Deep Nets', 'Deep Dreams', 'A Deep Dive'];
		expect(keysOf(titles, [2025, 2025, 2026])).toEqual([
			'deep2025a',
			'deep2025b',
			'deep2026a',
			'deep2025c',
		]);
		expect(keysOf(Array<string>(28).fill('Deep')).slice(25)).toEqual([
			'deep2025z',
			'deep2025aa',
			'deep2025ab',
		]);
	});

	const title = fc
		.array(
			fc.constantFrom('A', 'The', 'On', 'Deep', 'Deeper', 'Theory', 'of', 'Önly', 'K-means'),
			{
				minLength: 1,
			},
		)
		.map((words) => words.join(' '));

	test('no two papers share a key, and a later paper changes none', () => {
		fc.assert(
			fc.property(fc.array(title), fc.array(title), (first, second) => {
				const keys = keysOf([...first, ...second]);
				expect(new Set(keys).size).toBe(keys.length);
				expect(keys.slice(0, first.length)).toEqual(keysOf(first));
			}),
		);
	});

	test('a paper whose dump was withdrawn leaves the letters of the others', () => {
		fc.assert(
			fc.property(fc.array(title, { minLength: 1 }), fc.nat(), (titles, number) => {
				fc.pre(titles.every((one) => !one.includes('Ö')));
				const lost = number % titles.length;
				const expected = keysOf(titles).with(lost, `paper${lost}`);
				expect(keysOf(titles, [], new Set([lost]))).toEqual(expected);
			}),
		);
	});
});

test('a paper keeps its key when it gets another title', () => {
	const before = ingestAll(
		emptyContent(),
		writeDump('Mar 11', [['Alpha Rays', abstractNumber(1)]]),
	);
	const after = ingestAll(
		before.content,
		writeDump('Mar 13', [
			['Beta Rays', abstractNumber(1)],
			['Alpha Particles', abstractNumber(2)],
		]),
	);
	const papers = [...runPipeline(after.content).papers.values()];
	expect(papers.map(({ title, citeKey }) => [title, citeKey])).toEqual([
		['Beta Rays', 'alpha2025a'],
		['Alpha Particles', 'alpha2025b'],
	]);
});

test('a paper keeps its key when its title comes back with other spaces', () => {
	const { content } = ingestAll(
		emptyContent(),
		writeDump('Mar 11', [['Hyena DNA', abstractNumber(1)]]),
		writeDump('Mar 13', [['HyenaDNA', abstractNumber(1)]]),
	);
	const papers = [...runPipeline(content).papers.values()];
	expect(papers.map(({ title, citeKey }) => [title, citeKey])).toEqual([
		['HyenaDNA', 'hyena2025a'],
	]);
});

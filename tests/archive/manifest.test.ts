import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import {
	formatManifest,
	manifestLines,
	parseManifest,
	reportLostDumps,
	reportUnrecordedDumps,
} from '../../src/archive/manifest.ts';
import type { FiledDigest } from '../../src/model/content.ts';
import type { DigestId } from '../../src/model/id.ts';
import { dumpFile } from '../support/content.ts';

const [eleventh, twelfth, thirteenth] = ['2025-03-11', '2025-03-12', '2025-03-13'] as DigestId[];
const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];

function manifestOf(text: string) {
	const file = new VFile({ path: 'content/dumps.sha256', value: text });
	const manifest = parseManifest(file);
	return {
		manifest: [...manifest],
		messages: file.messages.map(({ ruleId, line, column }) => [ruleId, line, column]),
	};
}

describe('a manifest', () => {
	const dumps = [
		['2025-03-11.txt', a],
		['2025-03-12-2.json', b],
	] as const;

	test('is what `sha256sum` prints, and is read as it is written', () => {
		const text = formatManifest(dumps);
		expect(text).toBe(`${a}  dumps/2025-03-11.txt\n${b}  dumps/2025-03-12-2.json\n`);
		expect(manifestOf(text)).toEqual({
			manifest: [
				['2025-03-11', a],
				['2025-03-12-2', b],
			],
			messages: [],
		});
		expect(manifestLines(new VFile({ value: `\n${text}` }))).toEqual([
			{ id: '2025-03-11', name: '2025-03-11.txt', sha256: a, line: 2 },
			{ id: '2025-03-12-2', name: '2025-03-12-2.json', sha256: b, line: 3 },
		]);
	});

	test.each([
		['a sum that is none', 'abc  dumps/2025-03-11.txt'],
		['a name that ingest does not give', `${a}  dumps/march.txt`],
		['another folder', `${a}  papers/2025-03-11.txt`],
		['one space', `${a} dumps/2025-03-11.txt`],
	])('refuses %s, with its line', (_, line) => {
		const text = `${b}  dumps/2025-03-12.txt\n${line}\n`;
		expect(manifestOf(text)).toEqual({
			manifest: [['2025-03-12', b]],
			messages: [['invalid-manifest-line', 2, 1]],
		});
	});

	test('refuses a name that is given twice, and keeps the first', () => {
		const text = formatManifest([dumps[0], ['2025-03-11.json', c]]);
		expect(manifestOf(text)).toEqual({
			manifest: [['2025-03-11', a]],
			messages: [['invalid-manifest-line', 2, 1]],
		});
	});
});

describe('dumps', () => {
	const source = (id: DigestId, sha256: string, ending = '.txt'): FiledDigest => ({
		file: dumpFile(`content/dumps/${id}${ending}`, '').file,
		sha256,
		digest: { id } as FiledDigest['digest'],
	});

	function lost(
		expected: readonly (readonly [DigestId | undefined, string | undefined])[],
		sources: readonly FiledDigest[],
		text = '',
	) {
		const file = new VFile({ path: 'content/dumps.sha256', value: text });
		reportLostDumps(
			new Map(expected as readonly (readonly [DigestId, string | undefined])[]),
			file,
			sources,
		);
		return [file, ...sources.map((one) => one.file)].flatMap(({ basename, messages }) =>
			messages.map(
				({ ruleId, line, column, reason }) =>
					[basename, ruleId, line, column, reason] as const,
			),
		);
	}

	test('that are as they were ingested are not reported', () => {
		expect(lost([[eleventh, a]], [source(eleventh!, a)])).toEqual([]);
		// Withdrawn, and gone.
		expect(lost([[eleventh, undefined]], [])).toEqual([]);
	});

	test('that are gone are, with their name and line', () => {
		const text = formatManifest([
			['2025-03-11.txt', a],
			['2025-03-12.txt', b],
			['2025-03-13.json', c],
		]);
		const expected = [
			[eleventh, a],
			[twelfth, b],
			[thirteenth, c],
		] as const;
		expect(lost(expected, [source(eleventh!, a)], text)).toEqual([
			['dumps.sha256', 'lost-dump', 2, 1, expect.stringContaining('2025-03-12.txt')],
			['dumps.sha256', 'lost-dump', 3, 1, expect.stringContaining('2025-03-13.json')],
		]);
	});

	test('that were edited are, and those that were to be gone', () => {
		const sources = [source(eleventh!, b), source(twelfth!, b)];
		const found = lost(
			[
				[eleventh, a],
				[twelfth, undefined],
			],
			sources,
		);
		expect(found.map(([name, rule]) => [name, rule])).toEqual([
			['2025-03-11.txt', 'edited-dump'],
			['2025-03-12.txt', 'dump-still-here'],
		]);
	});

	test('that ingest has not taken are', () => {
		const sources = [source(eleventh!, a), source(twelfth!, b, '.json')];
		reportUnrecordedDumps(new Map([[eleventh!, a]]), sources);
		expect(sources.map(({ file }) => file.messages.map(({ ruleId }) => ruleId))).toEqual([
			[],
			['unrecorded-dump'],
		]);
	});
});

import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { formatNames, mintNames, parseNames } from '../../src/archive/name-lines.ts';
import type { PaperId } from '../../src/model/id.ts';
import type { NamedFind } from '../../src/model/names.ts';

const [one, two] = ['k3v9q2x7mf', '2m4x8c1z0p'] as PaperId[];
const same = (id: PaperId) => id;
const system = (name: string, key: string, paper?: PaperId): NamedFind => ({
	kind: 'system',
	name,
	key,
	paper,
});

describe('names', () => {
	test('an address is minted once and stays, whatever the name becomes', () => {
		const first = mintNames([], [system('GSM++', 'gsm++', one)], same);
		expect(first).toEqual([
			{ kind: 'system', slug: 'gsm-plus-plus', key: 'gsm++', paper: one },
		]);
		expect(mintNames(first, [system('Gsm++', 'gsm++', one)], same)).toEqual([]);
	});

	test('two systems of one name get two addresses, the first keeps its own', () => {
		const minted = mintNames(
			[],
			[system('Hydra', 'hydra', one), system('Hydra', 'hydra', two)],
			same,
		);
		expect(minted.map(({ slug }) => slug)).toEqual(['hydra', 'hydra-2']);
	});

	test('a merged paper keeps its system’s address', () => {
		const minted = mintNames([], [system('Hydra', 'hydra', one)], same);
		expect(mintNames(minted, [system('Hydra', 'hydra', two)], () => two!)).toEqual([]);
	});

	test('a topic and a system may have one word', () => {
		const minted = mintNames(
			[system('Mamba', 'mamba', one)].map(({ kind, key, paper }) => ({
				kind,
				key,
				paper,
				slug: 'mamba',
			})),
			[{ kind: 'topic', name: 'mamba', key: 'mamba' }],
			same,
		);
		expect(minted).toEqual([{ kind: 'topic', slug: 'mamba', key: 'mamba' }]);
	});

	test('what is written is read', () => {
		const lines = mintNames(
			[],
			[
				system('H₂O', 'h2o', one),
				{ kind: 'topic', name: 'naïve search', key: 'naiv search' },
			],
			same,
		);
		expect(lines.map(({ slug }) => slug)).toEqual(['h2o', 'naive-search']);
		expect(parseNames(new VFile({ value: formatNames(lines) }))).toEqual(lines);
	});

	test.each([
		'not JSON',
		'{"kind":"other","slug":"a","key":"a"}',
		'{"kind":"topic","slug":"../a","key":"a"}',
		'{"kind":"topic","slug":"x","key":"a"}\n{"kind":"topic","slug":"x","key":"b"}',
	])('refuses %s', (value) => {
		const file = new VFile({ path: 'content/names.jsonl', value });
		parseNames(file);
		expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['invalid-name-line']);
	});
});

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

	test('a name that several things share keeps its address, whichever came first', () => {
		const both = [system('COCO', 'coco'), system('CoCo', 'coco', one)].map(
			(find): NamedFind => ({ ...find, isShared: true }),
		);
		const slugs = (names: Parameters<typeof mintNames>[0]) =>
			mintNames(names, both, same).map(({ slug, paper }) => [slug, paper]);
		expect(slugs([])).toEqual([
			['coco', undefined],
			['coco-2', one],
		]);
		const [common] = mintNames([], both, same);
		expect(slugs([common!])).toEqual([['coco-2', one]]);
		expect(slugs([{ ...common!, paper: one }])).toEqual([['coco-2', undefined]]);
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

	test('a system or a topic gets no name of a device, which is no folder on Windows', () => {
		const finds = [system('CON', 'con', one), system('Com1', 'com1', one)];
		const question = { kind: 'question', name: 'nul', key: 'nul' } as const;
		const slugs = mintNames([], [...finds, question], same).map(({ slug }) => slug);
		// A person gives a question its address, and can give it another.
		expect(slugs).toEqual(['con-2', 'com1-2', 'nul']);
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

	test('names the line that it refuses', () => {
		const value = '{"kind":"topic","slug":"x","key":"a"}\n\nnot JSON\n';
		const file = new VFile({ path: 'content/names.jsonl', value });
		expect(parseNames(file)).toHaveLength(1);
		expect(file.messages).toMatchObject([{ line: 3, column: 1 }]);
	});

	test.each([
		['{"kind":"topic","slug":"x","key":"a","pages":"years"}', true],
		['{"kind":"topic","slug":"x","key":"a","pages":"days"}', false],
		['{"kind":"system","slug":"x","key":"a","paper":"k3v9q2x7mf"}', true],
		['{"kind":"system","slug":"x","key":"a","paper":"k3v9"}', false],
		['{"kind":"system","slug":"x","key":"a","paper":7}', false],
		['{"kind":"system","slug":"X","key":"a"}', false],
		['{"kind":"system","slug":7,"key":"a"}', false],
		['{"kind":"system","slug":"x"}', false],
	])('takes %s: %s', (value, isTaken) => {
		const file = new VFile({ value: `${value}\n` });
		const lines = parseNames(file);
		expect(formatNames(lines)).toBe(isTaken ? `${value}\n` : '');
		expect(file.messages).toHaveLength(isTaken ? 0 : 1);
	});

	test('a topic’s further pages stand beside its address', () => {
		const value =
			'{"kind":"topic","slug":"x","key":"a"}\n{"kind":"topic","slug":"x","key":"a","pages":"years"}\n';
		const file = new VFile({ value });
		expect([parseNames(file).length, file.messages]).toEqual([2, []]);
	});

	test.each([
		['-- A –', 'a'],
		['Poincaré', 'poincare'],
		['???', 'name'],
		// Sixty characters, and one more.
		[`${'a'.repeat(30)} ${'b'.repeat(29)}`, `${'a'.repeat(30)}-${'b'.repeat(29)}`],
		[`${'a'.repeat(30)} ${'b'.repeat(30)}`, 'a'.repeat(30)],
		['a'.repeat(61), 'a'.repeat(60)],
	])('the address of “%s” is %s', (name, slug) => {
		expect(mintNames([], [{ kind: 'topic', name, key: name }], same)[0]!.slug).toBe(slug);
	});

	test('a third system of one name counts on', () => {
		const taken = mintNames([], [system('Hydra', 'hydra', one)], same);
		const numbered = { ...taken[0]!, slug: 'hydra-2' };
		const [third] = mintNames([...taken, numbered], [system('Hydra', 'hydra', two)], same);
		expect(third!.slug).toBe('hydra-3');
	});
});

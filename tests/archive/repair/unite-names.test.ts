import { describe, expect, test } from 'vitest';
import { uniteNames, type NamesContext } from '../../../src/archive/repair/unite-names.ts';
import type { DigestId, PaperId } from '../../../src/model/id.ts';
import type { NameLine } from '../../../src/model/names.ts';

const early = 'aaaaaaaaaa' as PaperId;
const late = '0000000000' as PaperId;
const hydra = (paper: PaperId): NameLine => ({
	kind: 'system',
	slug: 'hydra',
	key: 'hydra',
	paper,
});
const topic: NameLine = { kind: 'topic', slug: 'long-context', key: 'long context' };
const context: NamesContext = {
	fixed: new Map(),
	given: [],
	firstDigest: new Map([
		[early, '2025-03-11' as DigestId],
		[late, '2025-03-12' as DigestId],
	]),
};

describe('uniteNames', () => {
	test('takes what both sides have once, in one order', () => {
		const lines = [topic, hydra(early), topic];
		const united = uniteNames(lines, context);
		expect(united).toEqual({ lines: [hydra(early), topic], displaced: [] });
		expect(uniteNames(lines.toReversed(), context)).toEqual(united);
	});

	test('leaves an address to the system of the earlier paper', () => {
		for (const lines of [
			[hydra(late), hydra(early)],
			[hydra(early), hydra(late)],
		])
			expect(uniteNames(lines, context)).toEqual({
				lines: [hydra(early)],
				displaced: [hydra(late)],
			});
	});

	test('leaves an address to the system that it was published for', () => {
		const fixed = new Map([['/systems/hydra/', `hydra ${late}`]]);
		expect(uniteNames([hydra(early), hydra(late)], { ...context, fixed })).toEqual({
			lines: [hydra(late)],
			displaced: [hydra(early)],
		});
	});

	test('keeps the further pages of a topic after its address, once', () => {
		const years = { ...topic, pages: 'years' } as const;
		const months = { ...topic, pages: 'months' } as const;
		const united = uniteNames([topic, years, months, topic, years], context);
		expect(united.lines).toEqual([topic, months, years]);
		const stray = { ...years, key: 'other' };
		expect(uniteNames([topic, stray], context).lines).toEqual([topic]);
	});

	test('takes from a register what neither file has', () => {
		const given = [['/topics/long-context/', 'long context']] as const;
		expect(uniteNames([], { ...context, given }).lines).toEqual([topic]);
	});

	test('has names as the register has them, then topics after systems, both in order', () => {
		const topicOf = (key: string): NameLine => ({ kind: 'topic', slug: key, key });
		const [a, b, c] = [topicOf('a'), topicOf('b'), topicOf('c')] as const;
		const fixed = new Map([
			['/topics/c/', 'c'],
			['/topics/b/', 'b'],
		]);
		const lines = [a, hydra(early), b, c];
		for (const order of [lines, lines.toReversed()]) {
			expect(uniteNames(order, { ...context, fixed }).lines).toEqual([c, b, hydra(early), a]);
			expect(uniteNames(order, context).lines).toEqual([hydra(early), a, b, c]);
		}
	});

	test('has systems by the digests of their papers, those without a paper last', () => {
		const system = (key: string, paper?: PaperId): NameLine => ({
			kind: 'system',
			slug: key,
			key,
			paper,
		});
		const [first, second, third] = [
			system('c', early),
			system('b', late),
			system('a'),
		] as const;
		const lines = [second, third, first];
		for (const order of [lines, lines.toReversed()])
			expect(uniteNames(order, context).lines).toEqual([first, second, third]);
	});

	test('has two addresses of one name by their length, then by their letters', () => {
		const at = (slug: string): NameLine => ({ ...hydra(early), slug });
		const lines = [at('hydra-2'), at('hydrb'), at('hydra')];
		for (const order of [lines, lines.toReversed()])
			expect(uniteNames(order, context).lines.map(({ slug }) => slug)).toEqual([
				'hydra',
				'hydrb',
				'hydra-2',
			]);
	});

	test('displaces each of several others once', () => {
		const third = 'bbbbbbbbbb' as PaperId;
		const firstDigest = new Map([...context.firstDigest, [third, '2025-03-13' as DigestId]]);
		const lines = [hydra(late), hydra(third), hydra(early), hydra(late)];
		expect(uniteNames(lines, { ...context, firstDigest })).toEqual({
			lines: [hydra(early)],
			displaced: [hydra(late), hydra(third)],
		});
	});
});

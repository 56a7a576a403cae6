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
});

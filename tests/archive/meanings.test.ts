import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import {
	meaningsOf,
	nameAddress,
	nameMeaning,
	nameOfMeaning,
	registerGain,
	reportLostMeanings,
	reportUnregistered,
	type AddressSources,
} from '../../src/archive/meanings.ts';
import { mintPaperId } from '../../src/archive/mint-paper-id.ts';
import { nothingBefore, parseRegister, readRegisterLine } from '../../src/archive/register.ts';
import type { Day, DigestId, PaperId } from '../../src/model/id.ts';
import type { LedgerLine } from '../../src/model/ledger.ts';
import type { NameLine } from '../../src/model/names.ts';

const digest = '2025-03-11' as DigestId;
const idOf = (title: string) => mintPaperId({ title, abstract: '' }, () => false);
const line = (title: string, abstract: string, id = idOf(title)): LedgerLine => ({
	id,
	digest,
	title,
	abstract,
});
const hydra: NameLine = { kind: 'system', slug: 'hydra', key: 'hydra', paper: idOf('one') };
const topic: NameLine = { kind: 'topic', slug: 'long-context', key: 'long context' };
const decision = { date: '2026-11-20' as Day, reason: 'A reason' };

const sourcesOf = (sources: Partial<AddressSources>): AddressSources => ({
	manifest: new Map(),
	ledger: [],
	names: [],
	corrections: { merged: [], split: [] },
	...sources,
});
const meanings = (sources: Partial<AddressSources>) =>
	Object.fromEntries(meaningsOf(sourcesOf(sources)));

describe('meaningsOf', () => {
	test('has digests, papers and names, each by what it was given for', () => {
		const found = meaningsOf(
			sourcesOf({
				manifest: new Map([[digest, 'sum']]),
				ledger: [line('one', 'x')],
				names: [hydra, topic, { ...topic, pages: 'years' }],
			}),
		);
		expect([...found]).toEqual([
			['/digests/2025-03-11/', ['sum']],
			[`/papers/${idOf('one')}/`, ['x']],
			['/systems/hydra/', [`hydra ${idOf('one')}`]],
			['/topics/long-context/', ['long context']],
		]);
	});

	test('has all that a paper can have been given for', () => {
		const ledger = [line('one', 'x'), line('other', 'y', idOf('one')), line('one', 'z')];
		expect(meanings({ ledger })).toEqual({ [`/papers/${idOf('one')}/`]: ['x', 'z'] });
	});

	test('but not a wording that was split off, from what it was merged into either', () => {
		const [one, own, last] = [idOf('one'), 'zzzzzzzzzz' as PaperId, idOf('last')];
		const ledger = [line('one', 'x'), line('one', 'y'), line('one', 'y', own)];
		const split = [{ paper: own, from: one, ...decision }];
		const place = `/papers/${one}/`;
		expect(meanings({ ledger, corrections: { merged: [], split } })[place]).toEqual(['x']);
		const merged = [{ paper: last, into: one, ...decision }];
		const fromMerged = [{ paper: own, from: last, ...decision }];
		expect(
			meanings({
				ledger: [...ledger, line('last', 'w')],
				corrections: { merged, split: fromMerged },
			})[place],
		).toEqual(['x']);
		// Split from another paper that it has nothing to do with.
		const foreign = [{ paper: own, from: 'yyyyyyyyyy' as PaperId, ...decision }];
		expect(meanings({ ledger, corrections: { merged: [], split: foreign } })[place]).toEqual([
			'x',
			'y',
		]);
	});

	test('though a wording that was split off and merged back is the paper’s again', () => {
		const [one, own] = [idOf('one'), 'zzzzzzzzzz' as PaperId];
		const ledger = [line('one', 'x'), line('one', 'y'), line('one', 'y', own)];
		const pair = { paper: own, ...decision };
		const corrections = { merged: [{ ...pair, into: one }], split: [{ ...pair, from: one }] };
		expect(meanings({ ledger, corrections })[`/papers/${one}/`]).toEqual(['x', 'y']);
	});
});

describe('the name of a meaning', () => {
	test.each([hydra, topic, { kind: 'system', slug: 'gsm', key: 'gsm ++' }] as const)(
		'is read as it is written: %o',
		(name) => {
			expect(nameOfMeaning(nameAddress(name), nameMeaning(name))).toEqual(name);
		},
	);

	test('of a topic is all of its key, whatever its last word looks like', () => {
		expect(nameOfMeaning('/topics/x/', 'x aaaaaaaaaa')).toEqual({
			kind: 'topic',
			slug: 'x',
			key: 'x aaaaaaaaaa',
		});
	});

	test('is none of a digest or a paper', () => {
		expect(nameOfMeaning('/digests/2025-03-11/', 'sum')).toBeUndefined();
		expect(nameOfMeaning('/papers/aaaaaaaaaa/', 'key')).toBeUndefined();
	});
});

describe('a register', () => {
	const registerOf = (means: Record<string, string>) =>
		parseRegister(new VFile({ value: `${JSON.stringify({ after: nothingBefore, means })}\n` }));
	const archive = new Map([
		['/topics/a/', ['a']],
		['/topics/b/', ['b', 'c']],
		['/topics/none/', []],
	]);

	test('gains what it does not have, by its first meaning', () => {
		const register = registerOf({ '/topics/a/': 'a' });
		const gained = readRegisterLine(registerGain(register, archive).trimEnd(), register.head);
		expect(gained?.means).toEqual({ '/topics/b/': 'b' });
	});

	test('gains a meaning that was given before, in another register', () => {
		const given = [
			['/topics/b/', 'c'],
			['/topics/a/', 'c'],
		] as const;
		const gained = registerGain(registerOf({ '/topics/z/': 'z' }), archive, given);
		expect(readRegisterLine(gained.trimEnd())?.means).toEqual({
			'/topics/a/': 'a',
			'/topics/b/': 'c',
		});
	});

	test('reports what is gone, and what means something else, with its line', () => {
		const file = new VFile();
		const register = registerOf({ '/topics/z/': 'z', '/topics/a/': 'z', '/topics/b/': 'c' });
		reportLostMeanings(register, archive, file);
		expect(file.messages.map(({ ruleId, line: at }) => [ruleId, at])).toEqual([
			['lost-address', 1],
			['changed-meaning', 1],
		]);
	});

	test('reports what it does not have', () => {
		const file = new VFile();
		reportUnregistered(registerOf({ '/topics/a/': 'a', '/topics/b/': 'b' }), archive, file);
		expect(file.messages).toMatchObject([
			{ ruleId: 'unregistered-address', reason: expect.stringContaining('/topics/none/') },
		]);
	});
});

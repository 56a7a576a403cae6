import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { baseOf, isForked, uniteRegister } from '../../../src/archive/repair/unite-register.ts';
import { formatRegisterLine, hashOfLine, nothingBefore } from '../../../src/archive/register.ts';

/** A line that comes after another, or the first. */
const line = (address: string, before?: string, means = address.replaceAll('/', '')) =>
	formatRegisterLine(before === undefined ? nothingBefore : hashOfLine(before.trimEnd()), [
		[address, means],
	]);

const first = line('/topics/one/');
const ours = line('/topics/two/', first);
const oursToo = line('/topics/three/', ours);
const theirs = line('/topics/four/', first);

function unite(text: string) {
	const file = new VFile({ path: 'content/register.jsonl', value: text });
	const { stem, meanings } = uniteRegister(file);
	return {
		stem,
		addresses: meanings.map(([address]) => address),
		messages: file.messages.map(({ ruleId }) => ruleId),
	};
}

const forked = (text: string) => isForked(new VFile({ value: text }));

describe('uniteRegister', () => {
	test('takes a register of one branch for what all have in common', () => {
		expect(unite(first + ours + oursToo)).toEqual({
			stem: first + ours + oursToo,
			addresses: ['/topics/one/', '/topics/two/', '/topics/three/'],
			messages: [],
		});
		expect(unite('')).toEqual({ stem: '', addresses: [], messages: [] });
	});

	test('keeps what two branches began with, and what each of them means', () => {
		for (const text of [
			first + ours + oursToo + theirs,
			first + theirs + first + ours + oursToo,
			`${first}<<<<<<< HEAD\n${ours}${oursToo}=======\n${theirs}>>>>>>> side\n`,
		]) {
			const { stem, addresses, messages } = unite(text);
			expect([stem, messages]).toEqual([first, []]);
			expect(addresses.toSorted()).toEqual([
				'/topics/four/',
				'/topics/one/',
				'/topics/three/',
				'/topics/two/',
			]);
		}
	});

	test('says twice what an address means that two branches gave', () => {
		const text = line('/systems/a/', undefined, 'a one') + line('/systems/a/', first, 'a two');
		const { meanings } = uniteRegister(new VFile({ value: first + text }));
		expect(meanings.slice(1)).toEqual([
			['/systems/a/', 'a one'],
			['/systems/a/', 'a two'],
		]);
	});

	test('reports a line that is none, and one whose predecessor is gone', () => {
		expect(unite(`${first}{}\n`).messages).toEqual(['broken-register']);
		expect(unite(first + oursToo).messages).toEqual(['broken-register']);
	});
});

describe('isForked', () => {
	test.each([
		['of one branch', first + ours, false],
		['without a line', '', false],
		['of two branches', first + ours + theirs, true],
		['with a line twice', first + ours + ours, true],
		['in another order', ours + first, true],
		['with conflict markers', `${first}<<<<<<< HEAD\n=======\n>>>>>>> side\n`, true],
		// Which no repair brings together.
		['that was changed', `${first}{}\n`, false],
	])('a register %s: %s', (_, text, expected) => {
		expect(forked(text)).toBe(expected);
	});
});

describe('baseOf', () => {
	test('a repaired register begins with what was published', () => {
		expect(baseOf(first, first + ours)).toBe(first + ours);
		expect(baseOf(first + ours, first + theirs)).toBe(first + theirs);
	});

	test('and goes on from it where the branches do', () => {
		expect(baseOf(first + ours, first)).toBe(first + ours);
		expect(baseOf(first, undefined)).toBe(first);
	});
});

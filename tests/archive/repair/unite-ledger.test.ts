import { describe, expect, test } from 'vitest';
import { mintPaperId } from '../../../src/archive/mint-paper-id.ts';
import {
	forwardsOf,
	uniteLedger,
	type LedgerContext,
} from '../../../src/archive/repair/unite-ledger.ts';
import type { DigestId, PaperId } from '../../../src/model/id.ts';
import type { LedgerLine } from '../../../src/model/ledger.ts';

const never = () => false;
const idOf = (title: string, abstract = '') => mintPaperId({ title, abstract }, never);

/** The line of a wording, by default under the id that its title gives. */
const line = (day: number, title: string, abstract: string, id?: PaperId): LedgerLine => ({
	id: id ?? idOf(title),
	digest: `2025-03-${day}` as DigestId,
	title,
	abstract,
});

// What is printed of each abstract's key: no two share a word.
const printedTexts: Readonly<Record<string, string>> = {
	birds: 'Birds of the far north sing at dawn over the ice',
	birdsAgain: 'Birds of the far north sing at dawn over the ice and the snow',
	caches: 'A cache keeps what a model read so that it need not read twice',
	stars: 'Stars burn what they have and then they are gone for ever',
};

const context: LedgerContext = {
	texts: ({ abstract }) => (printedTexts[abstract] ? [printedTexts[abstract]!] : undefined),
	positionOf: () => undefined,
	fixed: new Map(),
	given: new Map(),
	printed: [],
};

/** The same of the lines in either order. */
function unite(lines: readonly LedgerLine[], more: Partial<LedgerContext> = {}) {
	const united = uniteLedger(lines, { ...context, ...more });
	expect(uniteLedger(lines.toReversed(), { ...context, ...more })).toEqual(united);
	return united;
}

describe('uniteLedger', () => {
	test('takes the lines of both sides once, by digest', () => {
		const [one, two, three] = [
			line(11, 'one', 'birds'),
			line(12, 'two', 'caches'),
			line(13, 'three', 'stars'),
		] as const;
		expect(unite([one, three, one, two])).toEqual({
			lines: [one, two, three],
			toldApart: [],
		});
	});

	test('has the lines of a digest as its dump has them, those that it lost last', () => {
		const lines = [
			line(11, 'first', 'birds'),
			line(11, 'second', 'caches'),
			line(11, 'gone', 'lost'),
		];
		const places = new Map([
			['first', 2],
			['second', 1],
		]);
		const { lines: united } = unite(lines, { positionOf: ({ title }) => places.get(title) });
		expect(united.map(({ title }) => title)).toEqual(['second', 'first', 'gone']);
	});

	test('has lines that no dump prints in the order of their wordings, then of their ids', () => {
		const b = line(11, 'b', 'lost');
		const a = line(11, 'a', 'lost');
		const other = line(11, 'a', 'lost', '0000000000' as PaperId);
		expect(unite([b, a, other], { texts: () => undefined }).lines).toEqual([other, a, b]);
	});

	test('keeps the earliest line of a wording', () => {
		const early = line(11, 'one', 'birds');
		const later = line(12, 'one', 'birds');
		expect(unite([later, early]).lines).toEqual([early]);
	});

	test('takes two revisions under one title for one paper', () => {
		const lines = [line(11, 'one', 'birds'), line(12, 'one', 'birdsAgain')];
		expect(unite(lines)).toEqual({ lines, toldApart: [] });
	});

	test('takes a new title over a known abstract for the same paper', () => {
		const lines = [line(11, 'one', 'birds'), line(12, 'other', 'birds', idOf('one'))];
		expect(unite(lines)).toEqual({ lines, toldApart: [] });
	});

	test('gives the later of two unrelated papers an id of its own', () => {
		const [first, second] = [line(11, 'one', 'birds'), line(12, 'one', 'caches')] as const;
		const own = { ...second, id: idOf('one\ncaches') };
		expect(unite([first, second])).toEqual({
			lines: [first, own],
			toldApart: [{ id: own.id, former: first.id, line: second }],
		});
	});

	test('leaves an id to the paper that it was published for', () => {
		const [first, second] = [line(11, 'one', 'birds'), line(12, 'one', 'caches')] as const;
		const fixed = new Map([[first.id, 'caches']]);
		const own = { ...first, id: idOf('one\nbirds') };
		expect(unite([first, second], { fixed })).toEqual({
			lines: [own, second],
			toldApart: [{ id: own.id, former: second.id, line: first }],
		});
	});

	test('gives unrelated papers their ids in the order in which they were met', () => {
		const lines = ['birds', 'caches', 'stars'].map((abstract, index) =>
			line(11 + index, 'one', abstract),
		);
		const { toldApart } = unite(lines);
		expect(toldApart.map(({ line: told }) => told.abstract)).toEqual(['caches', 'stars']);
	});

	test('keeps all the lines of the paper that is told apart', () => {
		const id = idOf('one');
		const { lines, toldApart } = unite([
			line(11, 'one', 'birds'),
			line(12, 'one', 'caches'),
			line(13, 'other', 'caches', id),
		]);
		const own = idOf('one\ncaches');
		expect(lines.map((one) => one.id)).toEqual([id, own, own]);
		expect(toldApart).toHaveLength(1);
	});

	test('gives a paper that is told apart no id that another has', () => {
		const second = line(12, 'one', 'caches');
		const taken = line(13, 'taken', 'stars', idOf('one\ncaches'));
		const { toldApart } = unite([line(11, 'one', 'birds'), second, taken], {
			texts: (one) => [printedTexts[one.abstract]!],
		});
		expect(toldApart[0]!.id).toBe(idOf('one\ncaches\n2'));
	});

	test('gives a paper that is told apart to the one that has its abstract', () => {
		const known = line(10, 'known', 'caches');
		const { lines, toldApart } = unite([
			known,
			line(11, 'one', 'birds'),
			line(12, 'one', 'caches'),
		]);
		expect(lines.at(-1)).toEqual(line(12, 'one', 'caches', known.id));
		expect(toldApart).toEqual([]);
	});

	test('tells apart what an id was given for on two branches, if no dump shows the two related', () => {
		const id = idOf('one');
		const lines = [line(11, 'one', 'lost'), line(12, 'one', 'lostToo')];
		expect(unite(lines).toldApart).toEqual([]);
		const given = new Map([[id, ['lost', 'lostToo']]]);
		expect(unite(lines, { given }).toldApart).toHaveLength(1);
		// Given for one abstract by both branches.
		expect(unite(lines, { given: new Map([[id, ['lost', 'lost']]]) }).toldApart).toEqual([]);
	});

	test('finds the line of an id that a register gave in what dumps print', () => {
		const id = idOf('one');
		const given = new Map([[id, ['birds']]]);
		const { id: _, ...wording } = line(11, 'one', 'birds');
		const { id: __, ...foreign } = line(10, 'foreign', 'birds');
		expect(unite([], { given, printed: [wording, foreign] }).lines).toEqual([
			line(11, 'one', 'birds'),
		]);
		expect(unite([], { given, printed: [] }).lines).toEqual([]);
	});

	test('finds it in the lines that the ledgers have under another id too', () => {
		const title = line(11, 'one', 'stars');
		const given = new Map([
			[title.id, ['stars']],
			[idOf('one\nbirds'), ['birds']],
		]);
		const other = line(12, 'one', 'birds', 'zzzzzzzzzz' as PaperId);
		const { lines } = unite([title, other], { given });
		expect(lines).toContainEqual({ ...other, id: idOf('one\nbirds') });
	});
});

describe('forwardsOf', () => {
	const [a, b, c, d] = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', 'dddddddddd'] as PaperId[];
	const same = (id: PaperId) => id;
	const of = (day: number, id: PaperId | undefined, abstract: string) =>
		line(day, abstract, abstract, id);

	test('leads papers of one abstract to the one of the earliest digest', () => {
		expect(forwardsOf([of(11, b, 'x'), of(12, a, 'x')], same, never)).toEqual([
			{ paper: a, into: b, digest: '2025-03-12' },
		]);
	});

	test('leads those of one digest to the smaller id', () => {
		expect(forwardsOf([of(11, b, 'x'), of(11, a, 'x')], same, never)).toEqual([
			{ paper: b, into: a, digest: '2025-03-11' },
		]);
	});

	test('goes by the digest in which a paper was met first', () => {
		const lines = [of(11, b, 'y'), of(12, a, 'x'), of(13, b, 'x')];
		expect(forwardsOf(lines, same, never)).toEqual([
			{ paper: a, into: b, digest: '2025-03-12' },
		]);
	});

	test('leads all to one that have abstracts in common by way of others', () => {
		const lines = [
			of(11, a, 'x'),
			of(12, b, 'x'),
			of(13, c, 'y'),
			of(14, d, 'y'),
			of(15, b, 'z'),
			of(16, c, 'z'),
		];
		const into = forwardsOf(lines, same, never).map((forward) => [forward.paper, forward.into]);
		expect(into.toSorted()).toEqual([
			[b, a],
			[c, a],
			[d, a],
		]);
	});

	test('has nothing to say of a paper alone, or of what was decided', () => {
		const lines = [of(11, a, 'x'), of(12, a, 'x'), of(12, b, 'y')];
		expect(forwardsOf(lines, same, (one, other) => one === other)).toEqual([]);
		expect(forwardsOf([of(11, a, 'x'), of(12, b, 'x')], same, () => true)).toEqual([]);
	});

	test('goes by where papers lead already', () => {
		const lines = [of(11, a, 'x'), of(12, b, 'y'), of(13, c, 'y')];
		const target = (id: PaperId) => (id === b ? a! : id);
		expect(forwardsOf(lines, target, never)).toEqual([
			{ paper: c, into: a, digest: '2025-03-13' },
		]);
	});
});

import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { namesPaper, uniteCorrections } from '../../../src/archive/repair/unite-corrections.ts';
import { noCorrections } from '../../../src/archive/decisions/corrections.ts';
import type { Day, PaperId } from '../../../src/model/id.ts';

const removal = (paper: string, date = '2026-11-20', reason = 'Asked for') =>
	`  - paper: ${paper}\n    date: ${date}\n    reason: ${reason}\n`;
const merge = (paper: string, into: string, date = '2026-11-20') =>
	`  - paper: ${paper}\n    into: ${into}\n    date: ${date}\n    reason: One paper\n`;
const [one, other, third] = ['k3v9q2x7mf', 'm017r9stns', 'x1pm091fn8'] as const;

/** A list as Git leaves it where the sides differ. */
const conflict = (ours: string, theirs: string, list = 'removed') =>
	`${list}:\n<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> side\n`;

function unite(text: string, before?: string) {
	const file = new VFile({ path: 'content/corrections.yaml', value: text });
	return { text: uniteCorrections(file, before, () => undefined), messages: file.messages };
}

describe('uniteCorrections', () => {
	test('leaves a text alone that nobody has to bring together', () => {
		const text = `# Mine\nremoved:\n${removal(one)}`;
		expect(unite(text)).toEqual({ text, messages: [] });
	});

	test('takes the decisions of both sides, the same whichever is ours', () => {
		const { text, messages } = unite(conflict(removal(one), removal(other)));
		expect(text).toContain(one);
		expect(text).toContain(other);
		expect(text).not.toContain('<<<');
		expect(messages).toEqual([]);
		expect(unite(conflict(removal(other), removal(one))).text).toBe(text);
	});

	test('joins a list that each side began at another place, where Git saw no conflict', () => {
		const text = `removed:\n${removal(one)}merged:\n${merge(other, third)}removed:\n${removal(other)}`;
		const joined = `removed:\n${removal(one)}${removal(other)}merged:\n${merge(other, third)}`;
		expect(unite(text)).toEqual({ text: joined, messages: [] });
		// Beside a conflict, too.
		const split = `<<<<<<< HEAD\ntext: []\n=======\n# Theirs\n>>>>>>> side\n`;
		expect(unite(text + split).messages).toEqual([]);
		expect(unite(text + split).text).toContain(`${removal(one)}${removal(other)}`);
	});

	test('takes one decision of two that say the same, the earlier', () => {
		const { text } = unite(conflict(removal(one, '2026-11-21'), removal(one, '2026-11-20')));
		expect(text).toBe(`removed:\n${removal(one, '2026-11-20')}`);
		// Also where Git saw no conflict, because they stand apart.
		const apart = `removed:\n${removal(one, '2026-11-21')}${removal(other)}${removal(one)}`;
		expect(unite(apart).text.match(new RegExp(one, 'g'))).toHaveLength(1);
	});

	test('leaves out what one side took back, if it knows what both began with', () => {
		const before = `removed:\n${removal(one)}`;
		const text = conflict(removal(one) + removal(other), removal(third));
		const united = unite(text, before).text;
		expect(united).not.toContain(one);
		expect(united).toContain(other);
		expect(united).toContain(third);
		expect(unite(text).text).toContain(one);
	});

	test('takes what one side decided anew at another place, where Git left nothing of it on the other', () => {
		const dump = (decision: string) =>
			`dumps:\n  - digest: 2025-03-01\n    ${decision}\n    date: 2026-11-20\n    reason: Wrong\n`;
		const before = `${dump(`sha256: ${'a'.repeat(64)}`)}removed:\n${removal(one)}`;
		const withdrawn = dump('withdrawn: true');
		const text = `removed:\n${removal(one)}<<<<<<< HEAD\n${removal(other)}=======\n${withdrawn}>>>>>>> side\n`;
		const { text: united, messages } = unite(text, before);
		expect(united).toContain('withdrawn: true');
		expect(united).toContain(other);
		expect(messages).toEqual([]);
	});

	test('shows two decisions that contradict one another, and takes neither', () => {
		const { messages } = unite(conflict(merge(one, other), merge(one, third), 'merged'));
		expect(messages).toMatchObject([
			{ ruleId: 'contradictory-correction', line: 8, fatal: true, cause: { line: 3 } },
		]);
	});

	test('shows them in the order of the file, whichever subject comes first', () => {
		const file = conflict(merge(other, one), merge(other, third), 'merged');
		const { messages } = unite(`# Ours\n${file}`);
		expect(messages).toMatchObject([{ line: 9, cause: { line: 4 } }]);
	});

	test('takes of one day the decision whose reason comes first', () => {
		const [a, b] = [removal(one, '2026-11-20', 'A'), removal(one, '2026-11-20', 'B')] as const;
		for (const text of [conflict(a, b), conflict(b, a), `removed:\n${a}${b}`])
			expect(unite(text).text).toBe(`removed:\n${a}`);
	});

	test('leaves two decisions that stand apart and contradict one another to be refused', () => {
		const text = `merged:\n${merge(one, other)}${merge(one, third)}`;
		expect(unite(text)).toEqual({ text, messages: [] });
	});

	test('reports what is no decision, with the line that it has in the file', () => {
		const { messages } = unite(conflict(removal(one), '  - paper: nobody\n'));
		expect(messages.map(({ ruleId, line }) => [ruleId, line])).toContainEqual([
			'invalid-correction',
			7,
		]);
	});

	test('keeps the comments of the side that comes first', () => {
		const text = `<<<<<<< HEAD\n# B\n=======\n# A\n>>>>>>> side\nremoved:\n${removal(one)}`;
		expect(unite(text).text).toBe(`# A\nremoved:\n${removal(one)}`);
	});

	test('takes a decision of both sides that was there before', () => {
		const both = `removed:\n${removal(one)}`;
		const text = `${both}<<<<<<< HEAD\n${removal(other)}=======\n${removal(third)}>>>>>>> side\n`;
		expect(unite(text, both).text).toContain(removal(one));
	});
});

describe('namesPaper', () => {
	const decision = { date: '2026-11-20' as Day, reason: 'A reason' };
	const [paper, into] = [one, other] as readonly string[] as [PaperId, PaperId];
	test.each([
		['merged', [{ paper, into, ...decision }], true],
		['split', [{ paper, from: into, ...decision }], true],
		['removed', [{ paper, ...decision }], false],
		['text', [{ paper, field: 'title', received: 'x', keep: 'true', ...decision }], false],
	] as const)('a paper is named by what is decided in `%s`', (section, items, isTwo) => {
		const corrections = { ...noCorrections, [section]: items };
		expect(namesPaper(corrections, one)).toBe(true);
		expect(namesPaper(corrections, other)).toBe(isTwo);
		expect(namesPaper(corrections, third)).toBe(false);
	});
});

test.each([
	[
		'grew on both, the larger list counts',
		'The feed’s own list of the day grew from 1 to 2 papers.',
		[],
	],
	['a person changed, nobody else chooses', 'A typo', ['contradictory-correction']],
])('of a dump that %s', (_, reason, expected) => {
	const item = (sum: string) =>
		`  - { digest: 2025-03-11, sha256: ${sum.repeat(64)}, date: 2025-03-11, reason: ${reason} }\n`;
	const value = `dumps:\n<<<<<<< HEAD\n${item('a')}=======\n${item('b')}>>>>>>> side\n`;
	const file = new VFile({ path: 'content/corrections.yaml', value });
	const text = uniteCorrections(file, undefined, (one, other) => (one > other ? one : other));
	expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(expected);
	if (expected.length === 0) expect(text).toContain('b'.repeat(64));
	expect(text).not.toContain('a'.repeat(64));
});

import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { uniteCorrections } from '../../../src/archive/repair/unite-corrections.ts';

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
	return { text: uniteCorrections(file, before), messages: file.messages };
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

	test('shows two decisions that contradict one another, and takes neither', () => {
		const { messages } = unite(conflict(merge(one, other), merge(one, third), 'merged'));
		expect(messages).toMatchObject([
			{ ruleId: 'contradictory-correction', line: 8, fatal: true, cause: { line: 3 } },
		]);
	});
});

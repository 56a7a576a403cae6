import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { noCorrections } from '../../../src/archive/decisions/corrections.ts';
import {
	addCorrection,
	dropCorrection,
	dropDumpCorrections,
	dropPaperCorrections,
} from '../../../src/archive/decisions/edit-corrections.ts';
import { readYaml } from '../../../src/archive/decisions/read-yaml.ts';
import { correctionsSchema } from '../../../src/model/corrections.ts';
import type { Day, DigestId, PaperId } from '../../../src/model/id.ts';

// Ids may look like numbers to YAML.
const [one, two, three] = ['4040404040', '12345e6789', 'k3v9q2x7mf'] as PaperId[];
const digest = '2025-03-11' as DigestId;
const decision = { date: '2026-11-20' as Day, reason: 'They are: “one” # paper' };

function parse(text: string) {
	const file = new VFile({ path: 'content/corrections.yaml', value: text });
	const corrections = readYaml(file, correctionsSchema, 'invalid-correction') ?? noCorrections;
	return { corrections, messages: file.messages };
}

describe('addCorrection', () => {
	test('writes what parseCorrections reads, also ids that look like numbers', () => {
		let text = addCorrection('', {
			section: 'merged',
			item: { paper: one!, into: two!, ...decision },
		});
		text = addCorrection(text, { section: 'removed', item: { paper: three!, ...decision } });
		text = addCorrection(text, {
			section: 'dumps',
			item: { digest, sha256: 'b'.repeat(64), ...decision },
		});
		const { corrections, messages } = parse(text);
		expect(messages).toEqual([]);
		expect(corrections).toEqual({
			merged: [{ paper: one, into: two, ...decision }],
			split: [],
			removed: [{ paper: three, ...decision }],
			dumps: [{ digest, sha256: 'b'.repeat(64), ...decision }],
			text: [],
		});
	});

	test('keeps the comments and the order of what was there', () => {
		const before = `# Ours.\nremoved:\n  # The author wrote to us.\n  - paper: k3v9q2x7mf\n    date: 2026-11-19\n    reason: Asked for\n`;
		const after = addCorrection(before, {
			section: 'removed',
			item: { paper: one!, ...decision },
		});
		expect(after.startsWith(before)).toBe(true);
	});

	test('replaces an earlier decision on the same thing', () => {
		let text = addCorrection('', {
			section: 'dumps',
			item: { digest, withdrawn: 'true', ...decision },
		});
		expect(parse(text).corrections.dumps[0]!.sha256).toBeUndefined();
		text = addCorrection(text, {
			section: 'dumps',
			item: { digest, sha256: 'c'.repeat(64), ...decision },
		});
		expect(parse(text).corrections.dumps).toHaveLength(1);
	});
});

describe('a text of corrections', () => {
	test('begins with what it is for, and has the fields of a decision in one order', () => {
		const { date, reason } = decision;
		const text = addCorrection('', {
			section: 'merged',
			item: { reason, date, into: two!, paper: three! },
		});
		expect(text).toBe(
			'# What a person decided. Written by `npm run correct`, read by every build.\n\n' +
				'merged:\n  - paper: k3v9q2x7mf\n    into: 12345e6789\n' +
				'    date: 2026-11-20\n    reason: "They are: “one” # paper"\n',
		);
	});

	test('breaks a long reason at about a hundred characters', () => {
		const reason = 'A reason that goes on. '.repeat(8).trim();
		const text = addCorrection('', {
			section: 'removed',
			item: { paper: three!, ...decision, reason },
		});
		const widths = text.split('\n').map((line) => line.length);
		// To the nearest word.
		expect(Math.max(...widths)).toBeGreaterThan(90);
		expect(Math.max(...widths)).toBeLessThan(110);
		expect(parse(text).corrections.removed[0]!.reason).toBe(reason);
	});

	test('tells decisions on one paper apart by all that they are on', () => {
		const split = (from: PaperId) => ({
			section: 'split' as const,
			item: { paper: three!, from, ...decision },
		});
		const first = addCorrection('', split(one!));
		const both = addCorrection(first, split(two!));
		expect(parse(both).corrections.split.map(({ from }) => from)).toEqual([one, two]);
		expect(dropCorrection(both, split(two!))).toBe(first);
		// A list without an item goes.
		expect(dropCorrection(first, split(one!))).not.toContain('split');
	});

	test('has a decision a line each again after the last one was taken out', () => {
		const removal = { section: 'removed', item: { paper: one!, ...decision } } as const;
		const first = addCorrection('', removal);
		expect(addCorrection(dropCorrection(first, removal), removal)).toBe(first);
	});

	test('is as it was when there is nothing to take out', () => {
		const odd = 'removed: [  {paper: k3v9q2x7mf,   date: 2026-11-19, reason: x}]\n';
		expect(dropPaperCorrections(odd, one!)).toBe(odd);
		expect(dropPaperCorrections('merged: none\n', one!)).toBe('merged: none\n');
		expect(dropDumpCorrections('', digest)).toBe('');
	});

	test('loses what was decided of a dump', () => {
		const before = addCorrection('', {
			section: 'removed',
			item: { paper: one!, ...decision },
		});
		const after = addCorrection(before, {
			section: 'dumps',
			item: { digest, withdrawn: 'true', ...decision },
		});
		expect(dropDumpCorrections(after, '2025-03-12' as DigestId)).toBe(after);
		expect(dropDumpCorrections(after, digest)).toBe(before);
	});
});

describe('dropPaperCorrections', () => {
	test('takes out what was decided of a paper, and nothing else', () => {
		const first = addCorrection('', { section: 'removed', item: { paper: one!, ...decision } });
		const second = addCorrection(first, {
			section: 'removed',
			item: { paper: two!, ...decision },
		});
		expect(dropPaperCorrections(second, two!)).toBe(first);
		expect(parse(dropPaperCorrections(first, one!)).corrections.removed).toEqual([]);
	});
});

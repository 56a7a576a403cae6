import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseCorrections } from '../../src/archive/decisions/corrections.ts';
import { placeInYaml } from '../../src/archive/decisions/read-yaml.ts';
import { addCorrection } from '../../src/archive/decisions/edit-corrections.ts';
import { mintPaperId } from '../../src/archive/mint-paper-id.ts';
import type { Day, DigestId, PaperId } from '../../src/model/id.ts';
import type { LedgerLine } from '../../src/model/ledger.ts';

// Ids may look like numbers to YAML.
const [one, two, three] = ['4040404040', '12345e6789', 'k3v9q2x7mf'] as PaperId[];
const digest = '2025-03-11' as DigestId;
const ledger = [one, two, three].map((id): LedgerLine => ({
	id: id!,
	digest,
	title: id!,
	abstract: '0',
}));
const manifest = new Map([[digest, 'a'.repeat(64)]]);
const decision = { date: '2026-11-20' as Day, reason: 'They are: “one” # paper' };

function parse(text: string) {
	const file = new VFile({ path: 'content/corrections.yaml', value: text });
	return { corrections: parseCorrections(file, ledger, manifest), messages: file.messages };
}

// Ten levels of ten aliases each.
const bomb = Array.from({ length: 10 }, (_, level) =>
	level === 0
		? 'a0: &a0 x'
		: `a${level}: &a${level} [${Array(10)
				.fill(`*a${level - 1}`)
				.join(', ')}]`,
).join('\n');

describe('parseCorrections', () => {
	const item = (fields: string) => `removed:\n  - ${fields}\n`;
	test.each([
		['removed: [', 'invalid-correction'],
		['erased: []', 'invalid-correction'],
		['- removed', 'invalid-correction'],
		['removed: k3v9q2x7mf', 'invalid-correction'],
		['removed: {paper: k3v9q2x7mf}', 'invalid-correction'],
		[item('{paper: k3v9q2x7mf, date: 2026-11-20, reason: {why: x}}'), 'invalid-correction'],
		[item('{paper: k3v9q2x7mf, date: 2026-11-20}'), 'invalid-correction'],
		[item('{paper: k3v9q2x7mf, date: 2026-02-30, reason: x}'), 'invalid-correction'],
		[item('{paper: K3V9, date: 2026-11-20, reason: x}'), 'invalid-correction'],
		[item('{paper: zzzzzzzzzz, date: 2026-11-20, reason: x}'), 'unknown-paper'],
		[
			'dumps:\n  - {digest: 2025-03-12, withdrawn: true, date: 2026-11-20, reason: x}\n',
			'unknown-digest',
		],
		['dumps:\n  - {digest: 2025-03-11, date: 2026-11-20, reason: x}\n', 'invalid-correction'],
		[
			`merged:\n  - {paper: k3v9q2x7mf, into: '4040404040', date: 2026-11-20, reason: x}\n` +
				`  - {paper: '4040404040', into: k3v9q2x7mf, date: 2026-11-20, reason: x}\n`,
			'circular-merge',
		],
		// Two answers to one question.
		[
			`merged:\n  - {paper: k3v9q2x7mf, into: '4040404040', date: 2026-11-20, reason: x}\n` +
				`  - {paper: k3v9q2x7mf, into: k3v9q2x7mf, date: 2026-11-20, reason: x}\n`,
			'contradictory-correction',
		],
		[
			`dumps:\n  - {digest: 2025-03-11, withdrawn: true, date: 2026-11-20, reason: x}\n` +
				`  - {digest: 2025-03-11, withdrawn: true, date: 2026-11-21, reason: y}\n`,
			'contradictory-correction',
		],
		// Nothing that a reader could read.
		[item(`{paper: k3v9q2x7mf, date: 2026-11-20, reason: ''}`), 'invalid-correction'],
		[item(`{paper: k3v9q2x7mf, date: 2026-11-20, reason: '  '}`), 'invalid-correction'],
		[
			item('{paper: k3v9q2x7mf, date: 2026-11-20, reason: "\\u200b\\u2060\\u3164"}'),
			'invalid-correction',
		],
		// Aliases: of nothing, of itself, and one that would be a billion reasons.
		['removed: *nothing', 'invalid-correction'],
		['removed: &itself [*itself]', 'invalid-correction'],
		[bomb, 'invalid-correction'],
		// Split from itself, or from a paper that then has no wording left.
		[
			'split:\n  - {paper: k3v9q2x7mf, from: zzzzzzzzzz, date: 2026-11-20, reason: x}\n',
			'unknown-paper',
		],
		[
			`split:\n  - {paper: k3v9q2x7mf, from: k3v9q2x7mf, date: 2026-11-20, reason: x}\n`,
			'nothing-left',
		],
	])('refuses %s', (text, expected) => {
		expect(parse(text).messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toContainEqual([
			expected,
			true,
		]);
	});

	test('refuses to leave nothing of a paper that others were split from', () => {
		const [x, y, z] = ['x', 'y', 'z'].map((title) =>
			mintPaperId({ title, abstract: '' }, () => false),
		);
		const line = (id: PaperId | undefined, title: string): LedgerLine => ({
			id: id!,
			digest,
			title,
			abstract: title,
		});
		const splits = (
			...pairs: readonly (readonly [PaperId | undefined, PaperId | undefined])[]
		) =>
			pairs.reduce(
				(text, [paper, from]) =>
					addCorrection(text, {
						section: 'split',
						item: { paper: paper!, from: from!, ...decision },
					}),
				'',
			);
		const said = (text: string, lines: readonly LedgerLine[]) => {
			const file = new VFile({ value: text });
			parseCorrections(file, lines, manifest);
			return file.messages.map(({ ruleId, line: at }) => [ruleId, at]);
		};
		// The wording that `x` was given for is by now that of `y`, or of `z`.
		expect(said(splits([y, x]), [line(x, 'x'), line(y, 'x')])).toEqual([['nothing-left', 4]]);
		expect(said(splits([y, x]), [line(x, 'x'), line(x, 'w'), line(y, 'w')])).toEqual([]);
		expect(
			said(splits([y, x], [z, y]), [line(x, 'x'), line(y, 'x'), line(y, 'y'), line(z, 'w')]),
		).toEqual([['nothing-left', 4]]);
	});

	test('says what is no YAML in the words of the parser, in one line', () => {
		const [message] = parse('removed: [').messages;
		expect(message!.reason).toMatch(/Flow sequence in block collection must[^\n]*$/);
	});

	test('points at the beginning of a file for what it does not have', () => {
		const place = placeInYaml(new VFile({ value: '' }), ['removed', 0]);
		expect(place).toEqual({ line: 1, column: 1 });
	});

	test('finds no circle in merges that lead one to another, nor in those that lead into one', () => {
		const merge = (paper: string, into: string) =>
			`  - {paper: '${paper}', into: '${into}', date: 2026-11-20, reason: x}\n`;
		expect(parse(`merged:\n${merge(one!, two!)}${merge(two!, three!)}`).messages).toEqual([]);
		const circle = merge(one!, two!) + merge(two!, three!) + merge(three!, two!);
		expect(
			parse(`merged:\n${circle}`).messages.map(({ ruleId, line }) => [ruleId, line]),
		).toEqual([
			['circular-merge', 3],
			['circular-merge', 4],
		]);
	});

	test('shows each unknown paper and each second decision where it stands', () => {
		const item = 'date: 2026-11-20, reason: x';
		const { messages } = parse(
			`merged:\n  - {paper: zzzzzzzzzz, into: yyyyyyyyyy, ${item}}\n` +
				`split:\n  - {paper: zzzzzzzzzz, from: yyyyyyyyyy, ${item}}\n` +
				`removed:\n  - {paper: zzzzzzzzzz, ${item}}\n  - {paper: zzzzzzzzzz, ${item}}\n` +
				`text:\n  - {paper: zzzzzzzzzz, field: title, received: x, keep: true, ${item}}\n`,
		);
		expect(messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([
			['contradictory-correction', 7, 5],
			['unknown-paper', 2, 6],
			['unknown-paper', 2, 25],
			['unknown-paper', 4, 6],
			['unknown-paper', 4, 25],
			['unknown-paper', 6, 6],
			['unknown-paper', 7, 6],
			['unknown-paper', 9, 6],
		]);
		expect(messages[0]!.cause).toMatchObject({ line: 6, column: 5 });
	});

	test('names the line', () => {
		const { messages } = parse(
			`removed:\n  - {paper: zzzzzzzzzz, date: 2026-11-20, reason: x}\n`,
		);
		expect(messages[0]).toMatchObject({ line: 2, column: 6 });
	});
});

describe('decisions on text', () => {
	const head =
		'text:\n  - paper: k3v9q2x7mf\n    field: abstract\n    received: mathcal{O}(1/n)\n';
	const tail = '    date: 2026-11-20\n    reason: It was a tilde\n';

	test.each([
		['    tex: \\tilde{O}(1/n)\n', { tex: '\\tilde{O}(1/n)' }],
		['    text: O(1/n)\n', { text: 'O(1/n)' }],
		["    text: ''\n", { text: '' }],
		['    tex: x\n', { tex: 'x' }],
		['    keep: true\n', { keep: 'true' }],
	])('%s', (line, shown) => {
		const { corrections, messages } = parse(head + line + tail);
		expect(messages).toEqual([]);
		expect(corrections.text).toMatchObject([
			{ paper: three, field: 'abstract', received: 'mathcal{O}(1/n)', ...shown },
		]);
	});

	test('may be on one character', () => {
		const { messages, corrections } = parse(
			`${head.replace('mathcal{O}(1/n)', 'x')}    keep: true\n${tail}`,
		);
		expect([messages, corrections.text[0]!.received]).toEqual([[], 'x']);
	});

	test.each([
		['without what to show', head + tail, [2]],
		['with two answers', `${head}    text: a\n    keep: true\n${tail}`, [2]],
		['of another field', (head + tail).replace('abstract', 'author'), [3]],
		['without date and reason', `${head}    keep: true\n`, [2, 2]],
	])('%s are refused', (_, text, lines) => {
		const { messages } = parse(text);
		expect(new Set(messages.map(({ ruleId }) => ruleId))).toEqual(
			new Set(['invalid-correction']),
		);
		expect(messages.map(({ line }) => line)).toEqual(lines);
	});
});

import { describe, expect, test } from 'vitest';
import { noCorrections } from '../../src/archive/decisions/corrections.ts';
import { changesBetween, correctedText, noteOf } from '../../src/archive/plan-correction.ts';
import type { Archive } from '../../src/model/archive.ts';
import type { Day, DigestId, PaperId } from '../../src/model/id.ts';

const [one, two] = ['aaaaaaaaaa', 'bbbbbbbbbb'] as [PaperId, PaperId];
const digest = '2025-03-11' as DigestId;
const decision = { date: '2026-11-20' as Day, reason: 'A reason' };

/** As much of an archive as tells what answers where. */
const archiveOf = (parts: Partial<Record<keyof Archive, readonly object[]>>) =>
	({ papers: [], former: [], digests: [], withdrawn: [], ...parts }) as unknown as Archive;
const paper = (id: PaperId, title: string, appearances = 1) => ({
	id,
	revisions: [{ title: 'First' }, { title }],
	appearances: Array.from({ length: appearances }),
});

describe('changesBetween', () => {
	const before = archiveOf({
		papers: [paper(one, 'One'), paper(two, 'Two')],
		digests: [{ id: digest }],
	});

	test('tells of nothing where nothing changed', () => {
		expect(changesBetween(before, before)).toEqual([]);
	});

	test('tells what answers otherwise', () => {
		const after = archiveOf({
			papers: [paper(one, 'One', 2)],
			former: [{ id: two, kind: 'moved', into: one }],
			withdrawn: [{ id: digest }],
		});
		expect(changesBetween(before, after)).toEqual([
			`/papers/${one}/ shows “One”, seen in 2 digests`,
			`/papers/${two}/ leads to /papers/${one}/`,
			'/digests/2025-03-11/ becomes a tombstone',
		]);
		expect(changesBetween(after, before)).toEqual([
			`/papers/${one}/ shows “One”, seen in one digest`,
			`/papers/${two}/ shows “Two”, seen in one digest`,
			'/digests/2025-03-11/ shows its digest',
		]);
		const removed = archiveOf({ former: [{ id: two, kind: 'gone' }] });
		expect(changesBetween(before, removed)).toEqual([`/papers/${two}/ becomes a tombstone`]);
	});

	test('tells nothing without an archive before, or after', () => {
		expect(changesBetween(undefined, before)).toEqual([]);
		expect(changesBetween(before, undefined)).toEqual([]);
		expect(changesBetween(archiveOf({}), before)).toEqual([]);
	});
});

describe('correctedText', () => {
	const line = (id: PaperId, abstract: string) => ({ id, digest, title: abstract, abstract });
	const ledger = [line(one, 'x'), line(two, 'x')];
	const merged = [{ paper: two, into: one, ...decision }];
	const records = { ledger, corrections: { ...noCorrections, merged } };
	const text = correctedText('', { verb: 'merge', ...merged[0]! }, records);

	test('has what a request decides', () => {
		expect(text).toContain('merged:\n  - paper: bbbbbbbbbb\n    into: aaaaaaaaaa\n');
		expect(correctedText('', { verb: 'remove', paper: one, ...decision }, records)).toContain(
			'removed:\n  - paper: aaaaaaaaaa\n',
		);
		const withdrawn = correctedText('', { verb: 'withdraw', digest, ...decision }, records);
		expect(withdrawn).toContain('dumps:\n  - digest: 2025-03-11\n    withdrawn: true\n');
		const put = correctedText(withdrawn, { verb: 'put-back', digest }, records);
		expect(put).not.toContain('2025-03-11');
		const sha256 = 'a'.repeat(64);
		const accepted = correctedText(
			'',
			{ verb: 'accept', digest, sha256, ...decision },
			records,
		);
		expect(accepted).toContain(`dumps:\n  - digest: 2025-03-11\n    sha256: ${sha256}\n`);
	});

	test('says of a paper that is restored what it is no part of, if it would be merged again', () => {
		const request = { verb: 'restore', paper: two, ...decision } as const;
		const restored = correctedText(text, request, records);
		expect(restored).not.toContain('merged');
		expect(restored).toContain('split:\n  - paper: bbbbbbbbbb\n    from: aaaaaaaaaa\n');
		const alone = correctedText(text, request, { ...records, ledger: [line(two, 'x')] });
		expect(alone).not.toContain('bbbbbbbbbb');
	});
});

test.each([
	['remove', 'its dumps stay as they are'],
	['put-back', 'expected again'],
	['accept', 'npm run ingest'],
	['merge', undefined],
	['restore', undefined],
] as const)('a person who asks to %s is told %s', (verb, part) => {
	const notes = noteOf({ verb } as Parameters<typeof noteOf>[0]);
	expect(notes).toEqual(part === undefined ? [] : [expect.stringContaining(part)]);
});

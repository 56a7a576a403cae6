import { describe, expect, test } from 'vitest';
import { noCorrections } from '../../src/archive/decisions/corrections.ts';
import { gainOf, nameSubmissions } from '../../src/archive/plan-ingest.ts';
import { recordDigests } from '../../src/archive/record-digests.ts';
import type { FiledDigest } from '../../src/model/content.ts';
import type { DigestId } from '../../src/model/id.ts';
import { abstractNumber } from '../support/dumps.ts';
import { filedDigest } from '../support/filed-digest.ts';

const paper = (number: number) => [`Paper ${number}`, abstractNumber(number)] as const;
const one = filedDigest('2025-03-11', paper(1));
const two = filedDigest('2025-03-11', paper(2));
const other = filedDigest('2025-03-12', paper(3));

const manifestOf = (...pairs: readonly (readonly [string, { sha256: string }])[]) =>
	new Map(pairs.map(([id, { sha256 }]) => [id as DigestId, sha256]));

describe('nameSubmissions', () => {
	function name(
		submissions: readonly FiledDigest[],
		present: readonly FiledDigest[] = [],
		manifest = manifestOf(),
	) {
		for (const { file } of submissions) file.messages.length = 0;
		const { fresh, repeats } = nameSubmissions(
			submissions,
			{ present, manifest, withdrawnAs: () => undefined },
			({ digest: { day, entries } }) => (entries.length > 0 ? { day, entries } : undefined),
		);
		return {
			fresh: fresh.map(({ digest }) => digest.id),
			repeats: repeats.map(({ digest }) => digest.id),
			messages: submissions.flatMap(({ file }) => file.messages.map(({ ruleId }) => ruleId)),
		};
	}

	test('gives each the next number of its day', () => {
		expect(name([one, other, two])).toEqual({
			fresh: ['2025-03-11', '2025-03-12', '2025-03-11-2'],
			repeats: [],
			messages: [],
		});
		expect(name([two], [one], manifestOf(['2025-03-11', one])).fresh).toEqual(['2025-03-11-2']);
	});

	test('gives no number that any dump ever had', () => {
		const gone = { sha256: 'a'.repeat(64) };
		const manifest = manifestOf(['2025-03-11-3', gone], ['2025-03-11-2', gone]);
		expect(name([one], [], manifest).fresh).toEqual(['2025-03-11-4']);
		// A folder may have what the manifest does not have yet.
		const waiting = filedDigest('2025-03-11-5', paper(4));
		expect(name([one], [waiting], manifest).fresh).toEqual(['2025-03-11-6']);
	});

	test('knows the same bytes again, also within one run', () => {
		expect(name([one], [one], manifestOf(['2025-03-11', one]))).toEqual({
			fresh: [],
			repeats: ['2025-03-11'],
			messages: [],
		});
		expect(name([one, one])).toMatchObject({ fresh: ['2025-03-11'], repeats: ['2025-03-11'] });
	});

	test('refuses a dump that was withdrawn', () => {
		expect(name([one], [], manifestOf(['2025-03-11', one]))).toEqual({
			fresh: [],
			repeats: [],
			messages: ['withdrawn-dump'],
		});
	});

	test('gives no number to a dump that is refused', () => {
		const refused = { ...one, digest: { ...one.digest, entries: [] } };
		expect(name([refused, two])).toMatchObject({ fresh: ['2025-03-11'], repeats: [] });
	});
});

describe('gainOf', () => {
	const { lines: ledger } = recordDigests([], new Map(), [], [one]);
	const records = {
		manifest: manifestOf(['2025-03-11', one]),
		ledger,
		corrections: noCorrections,
	};
	const idsOf = (digests: readonly FiledDigest[]) => digests.map(({ digest }) => digest.id);

	test('is what is handed in, in the order of its days', () => {
		const early = filedDigest('2025-03-10', paper(4));
		const gain = gainOf([one], { fresh: [other, early], grown: [], repeats: [one] }, records);
		expect(idsOf(gain.additions)).toEqual(['2025-03-10', '2025-03-12']);
		expect(idsOf(gain.repeats)).toEqual(['2025-03-11']);
		expect(idsOf(gain.digests)).toEqual(['2025-03-11', '2025-03-10', '2025-03-12']);
		expect(gain.lines.map(({ title }) => title)).toEqual(['paper4', 'paper3']);
		const statuses = [...gain.additions, ...gain.repeats].map(({ digest, recorded }) => [
			digest.id,
			...recorded.map(({ status }) => status),
		]);
		expect(statuses).toEqual([
			['2025-03-10', 'new'],
			['2025-03-12', 'new'],
			['2025-03-11', 'known'],
		]);
	});

	test('is also what lies in the folder, and the manifest or the ledger does not have', () => {
		const nothing = { fresh: [], grown: [], repeats: [] };
		const both = manifestOf(['2025-03-11', one], ['2025-03-12', other]);
		expect(idsOf(gainOf([one, other], nothing, records).additions)).toEqual(['2025-03-12']);
		expect(
			idsOf(gainOf([one, other], nothing, { ...records, manifest: both }).additions),
		).toEqual(['2025-03-12']);
		expect(
			idsOf(gainOf([one], nothing, { ...records, manifest: manifestOf() }).additions),
		).toEqual(['2025-03-11']);
		expect(gainOf([one], nothing, records)).toMatchObject({ additions: [], lines: [] });
	});
});

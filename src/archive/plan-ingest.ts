import { report } from '../diagnostics.ts';
import type { DumpFile, FiledDigest } from '../model/content.ts';
import type { Corrections } from '../model/corrections.ts';
import type { Entry } from '../model/digest.ts';
import { compareDigestIds, digestId, digestIdParts, type Day, type DigestId } from '../model/id.ts';
import type { Ledger, LedgerLine } from '../model/ledger.ts';
import type { Manifest } from './manifest.ts';
import { papersOfWordings } from './papers-of-wordings.ts';
import { isCovered } from './recognise.ts';
import { recordDigests, type RecordedEntry } from './record-digests.ts';

/** What a dump that was handed in was read as. */
export interface DatedEntries {
	readonly day: Day;
	readonly entries: readonly Entry[];
}

/** Submissions by what they are to the archive. */
export interface NamedSubmissions {
	/** Digests of their own. */
	readonly fresh: readonly FiledDigest[];
	/** Those whose very bytes are a digest already. */
	readonly repeats: readonly FiledDigest[];
}

/** The digests that an archive has and had. */
export interface DigestMemory {
	readonly present: readonly FiledDigest[];
	readonly manifest: Manifest;
	/** The digest that was withdrawn, if a list of the feed is it with other bytes. */
	readonly withdrawnAs: (dated: DatedEntries) => DigestId | undefined;
}

/**
 * Give each submission its digest: the one that has its bytes already, else the next number of its day
 * that no dump ever had, in the order of submission. Numbers never change afterwards. A dump that was
 * withdrawn is refused. `read` gives nothing for a dump that is refused.
 */
export function nameSubmissions<Submission extends DumpFile>(
	submissions: readonly Submission[],
	{ present, manifest, withdrawnAs }: DigestMemory,
	read: (submission: Submission) => DatedEntries | undefined,
): NamedSubmissions {
	const byBytes = new Map(present.map(({ sha256, digest }) => [sha256, digest]));
	const withdrawn = new Map([...manifest].map(([id, sha256]) => [sha256, id]));
	const numbers = new Map<Day, number>();
	for (const id of [...present.map(({ digest }) => digest.id), ...manifest.keys()]) {
		const { day, number } = digestIdParts(id);
		numbers.set(day, Math.max(number, numbers.get(day) ?? 0));
	}
	const fresh: FiledDigest[] = [];
	const repeats: FiledDigest[] = [];
	for (const submission of submissions) {
		const { file, sha256 } = submission;
		const original = byBytes.get(sha256);
		if (original) {
			repeats.push({ file, sha256, digest: original });
			continue;
		}
		const same = withdrawn.get(sha256);
		const dated = same === undefined ? read(submission) : undefined;
		const former = same ?? (dated && withdrawnAs(dated));
		if (former !== undefined) report(file, 'withdrawn-dump', former);
		if (former !== undefined || !dated) continue;
		const number = (numbers.get(dated.day) ?? 0) + 1;
		const digest = { id: digestId(dated.day, number), ...dated };
		numbers.set(dated.day, number);
		byBytes.set(sha256, digest);
		fresh.push({ file, sha256, digest });
	}
	return { fresh, repeats };
}

/** A digest that was handed to ingest, and what its entries were found to be. */
export interface IngestedDigest extends FiledDigest {
	readonly recorded: readonly RecordedEntry[];
}

/** What ingest and persons wrote down. */
export interface Records {
	readonly manifest: Manifest;
	readonly ledger: Ledger;
	readonly corrections: Corrections;
}

/** What an archive is to gain. */
export interface Gain {
	/** In the order of their days. */
	readonly additions: readonly IngestedDigest[];
	readonly repeats: readonly IngestedDigest[];
	/** What the ledger gains at its end. */
	readonly lines: readonly LedgerLine[];
	/** All digests that the archive then has. */
	readonly digests: readonly FiledDigest[];
}

/**
 * Find the paper of each entry of new digests. Digests that a person, or a killed ingest, left in
 * the folder are new as well: the manifest, or the ledger, does not have them yet. A day that grew is
 * looked at anew.
 */
export function gainOf(
	present: readonly FiledDigest[],
	{ fresh, repeats, grown }: NamedSubmissions & { readonly grown: readonly FiledDigest[] },
	{ manifest, ledger, corrections }: Records,
): Gain {
	const papers = papersOfWordings(ledger, corrections);
	const isTaken = ({ digest }: FiledDigest) =>
		manifest.has(digest.id) && isCovered(digest, papers);
	const outgrown = new Set(grown.map(({ digest }) => digest.id));
	const left = present.filter(({ digest }) => !outgrown.has(digest.id));
	const known = left.filter(isTaken);
	const waiting = left.filter((source) => !isTaken(source));
	const additions = [...waiting, ...fresh, ...grown].sort((a, b) =>
		compareDigestIds(a.digest.id, b.digest.id),
	);
	const met = [...known, ...present.filter(({ digest }) => outgrown.has(digest.id))];
	const { entries, lines } = recordDigests(ledger, papers, met, [...additions, ...repeats]);
	const ingested = [...additions, ...repeats].map((source, index) => ({
		...source,
		recorded: entries[index]!,
	}));
	return {
		additions: ingested.slice(0, additions.length),
		repeats: ingested.slice(additions.length),
		lines,
		digests: [...known, ...additions],
	};
}

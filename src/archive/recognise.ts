import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import type { FiledDigest } from '../model/content.ts';
import type { Corrections } from '../model/corrections.ts';
import type { Digest, Entry } from '../model/digest.ts';
import type { DigestId, PaperId } from '../model/id.ts';
import type { Ledger } from '../model/ledger.ts';
import { wordingId } from './ledger.ts';
import type { WordingIndex } from './papers-of-wordings.ts';
import { entryKey } from './wording-key.ts';

/** What ingest and persons decided of the papers. */
export interface Decisions {
	readonly ledger: Ledger;
	readonly ledgerFile: VFile;
	readonly corrections: Corrections;
}

/** An entry whose paper the ledger knows. */
export interface RecognisedEntry {
	readonly entry: Entry;
	/** By which the ledger knows it. */
	readonly wording: string;
	readonly paper: PaperId;
	/** The paper before any merge. */
	readonly anchor: PaperId;
	readonly digest: DigestId;
	readonly position: number;
	readonly of: number;
}

/** Whether the ledger knows every entry of a digest. */
export function isCovered(digest: Digest, papers: WordingIndex): boolean {
	return digest.entries.every((entry) => papers.has(wordingOf(entry)));
}

function wordingOf(entry: Entry): string {
	return wordingId(entryKey.of(entry));
}

/**
 * Find the paper of every entry of a digest by the ledger, and `target` of what was merged. Entries
 * that the ledger does not have are reported on the dump.
 */
export function recognise(
	{ digest, file }: FiledDigest,
	papers: WordingIndex,
	target: (id: PaperId) => PaperId,
): RecognisedEntry[] {
	return digest.entries.flatMap((entry, offset) => {
		const wording = wordingOf(entry);
		const anchor = papers.get(wording);
		if (anchor === undefined) {
			report(file, 'unknown-wording', entry.title.text, entry.title);
			return [];
		}
		return {
			entry,
			wording,
			paper: target(anchor),
			anchor,
			digest: digest.id,
			position: offset + 1,
			of: digest.entries.length,
		};
	});
}

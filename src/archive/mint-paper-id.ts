import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { PaperId } from '../model/id.ts';
import type { WordingKey } from '../model/ledger.ts';
import { base32 } from './base32.ts';

const idLength = 10;

/**
 * A new id: from the title's key alone; if that id is taken, from title and abstract; if that is
 * taken too, with a counter. `taken` says which ids are.
 */
export function mintPaperId(wording: WordingKey, taken: (id: PaperId) => boolean): PaperId {
	for (let attempt = 0; ; attempt++) {
		const id = candidate(wording, attempt);
		if (!taken(id)) return id;
	}
}

/** Whether a wording could have been given this id: each that it would have been given before is taken. */
export function couldMint(
	id: PaperId,
	wording: WordingKey,
	taken: (id: PaperId) => boolean,
): boolean {
	for (let attempt = 0; ; attempt++) {
		const minted = candidate(wording, attempt);
		if (minted === id) return true;
		if (!taken(minted)) return false;
	}
}

function candidate(wording: WordingKey, attempt: number): PaperId {
	return base32(sha256(utf8ToBytes(seed(wording, attempt))), idLength) as PaperId;
}

function seed({ title, abstract }: WordingKey, attempt: number): string {
	if (attempt === 0) return title;
	if (attempt === 1) return `${title}\n${abstract}`;
	return `${title}\n${abstract}\n${attempt}`;
}

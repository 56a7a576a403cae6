import { closeDirections } from '../language/close-directions.ts';
import { formatDigest } from '../language/format.ts';
import type { DigestId } from '../model/id.ts';
import { site } from '../site.ts';
import type { CitedPaper } from './cited-paper.ts';
import { words } from '../language/words.ts';

/** Where a paper's text was printed. */
export interface PrintedPlace {
	readonly digest: DigestId;
	/** “no. 3 of 33” */
	readonly place: string;
	/** Of the dump's bytes. */
	readonly sha256: string;
	/** Of the place in the digest, whole. */
	readonly url: string;
}

/** A paper for a list of references: “A Title”. First seen in the digest of 11 March 2025. Offprint, https://… */
export function citation({ title, authors, published, note, url }: CitedPaper): string {
	const by = authors ? `${authors.join(', ')}. ` : '';
	const year = published ? ` ${published.slice(0, 4)}.` : '';
	return `${by}${words.citing.quoted(closeDirections(title))}.${year} ${note}. ${site.name}, ${url}`;
}

/** A paper as one digest printed it, with the sum of that dump's bytes, by which anyone can prove it. */
export function citationAsPrinted(
	{ title }: Pick<CitedPaper, 'title'>,
	{ digest, place, sha256, url }: PrintedPlace,
): string {
	const parts = [
		words.citing.quoted(closeDirections(title)),
		words.citing.printed(formatDigest(digest), place),
		words.citing.dumpSum(sha256),
	];
	return `${parts.join(', ')}. ${site.name}, ${url}`;
}

import type { PaperRecord } from '../data/records.ts';
import { formatDay, formatDigest } from '../language/format.ts';
import { words } from '../language/words.ts';
import { address } from '../model/address.ts';
import type { Day, PaperId } from '../model/id.ts';
import type { PublishedSite } from './open-site.ts';
import type { Printing } from './printings.ts';

// As the pages of the site say it, under its own name, which may be another than that of this copy.

/** A paper for a list of references. */
export function citation(
	{ id, title, authors, published, firstSeen }: PaperRecord,
	{ name, whole }: PublishedSite,
): string {
	const by = authors ? `${authors.join(', ')}. ` : '';
	const year = published ? ` ${published.slice(0, 4)}.` : '';
	const url = whole(address.paper(id as PaperId));
	return `${by}“${title}”.${year} ${words.firstSight(formatDay(firstSeen as Day))}. ${name}, ${url}`;
}

/** A paper as one digest printed it, with the sum of that dump's bytes, by which anyone can prove it. */
export function citationAsPrinted(
	{ title }: PaperRecord,
	{ digest, position, of, sha256 }: Printing,
	{ name, whole }: PublishedSite,
): string {
	const place = `as printed on ${formatDigest(digest)}, no. ${position} of ${of}`;
	return `“${title}”, ${place}, dump SHA-256 ${sha256}. ${name}, ${whole(address.digest(digest))}`;
}

import { monthOf } from '../model/address.ts';
import type { DigestId } from '../model/id.ts';

/** A paper's appearances as places of a row that has one for each digest, or for each month. */
export interface Postmarks {
	readonly unit: 'digest' | 'month';
	/** How many places the row has. */
	readonly places: number;
	/** Those where it was seen, counted from 0; the first is that of the first time. */
	readonly seen: readonly number[];
}

// As many as a row can show apart.
const mostDigests = 60;

/**
 * Where a paper was seen among the digests of the archive, oldest first. A large archive is shown
 * by months, all of them from its first to its last, so that the row never outgrows its page.
 */
export function postmarks(
	seen: readonly DigestId[],
	digests: ReadonlyMap<DigestId, { readonly number: number }>,
): Postmarks {
	if (digests.size <= mostDigests) {
		const places = seen.map((id) => digests.get(id)!.number - 1);
		return { unit: 'digest', places: digests.size, seen: [...new Set(places)] };
	}
	const first = digests.keys().next().value!;
	const last = [...digests.keys()].at(-1)!;
	const places = seen.map((id) => monthNumber(id) - monthNumber(first));
	return {
		unit: 'month',
		places: monthNumber(last) - monthNumber(first) + 1,
		seen: [...new Set(places)],
	};
}

/** Months since the year 0. */
function monthNumber(id: DigestId): number {
	const [year, month] = monthOf(id).split('-').map(Number) as [number, number];
	return year * 12 + month - 1;
}

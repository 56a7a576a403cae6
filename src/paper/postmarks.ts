import { monthOf } from '../model/address.ts';
import type { DigestId } from '../model/id.ts';

/** A paper's appearances as places of a row that has one for each digest, or for each month. */
export interface Postmarks {
	/** How many places the row has; some are yet to be filled. */
	readonly places: number;
	/** Those where it was seen, counted from 0; the first is that of the first time. */
	readonly seen: readonly number[];
}

// As many as a row can show apart.
const mostDigests = 60;
// A row for each digest would change with each, and so would every page.
const digestsInStep = 10;
const monthsInYear = 12;

/**
 * Where a paper was seen among the digests of the archive, oldest first. A large archive is shown
 * by months, all those of its years, so that the row never outgrows its page. A row has room for what is
 * to come: the pages of old papers stay as they are for ten digests, or for a year.
 */
export function postmarks(
	seen: readonly DigestId[],
	digests: ReadonlyMap<DigestId, { readonly number: number }>,
): Postmarks {
	if (digests.size <= mostDigests) {
		return {
			places: Math.ceil(digests.size / digestsInStep) * digestsInStep,
			seen: [...new Set(seen.map((id) => digests.get(id)!.number - 1))],
		};
	}
	const [firstYear] = yearAndMonth(digests.keys().next().value!);
	const [lastYear] = yearAndMonth([...digests.keys()].at(-1)!);
	const places = seen.map((id) => {
		const [year, month] = yearAndMonth(id);
		return (year - firstYear) * monthsInYear + month - 1;
	});
	return {
		places: (lastYear - firstYear + 1) * monthsInYear,
		seen: [...new Set(places)],
	};
}

function yearAndMonth(id: DigestId): [year: number, month: number] {
	return monthOf(id).split('-').map(Number) as [number, number];
}

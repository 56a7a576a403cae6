import type { DigestId } from '../../model/id.ts';
import type { PostmarkRow } from '../../model/view.ts';

// As many as a row can show apart.
const mostDigests = 60;
// A row for each digest would change with each, and so would every page.
const digestsInStep = 10;
const monthsInYear = 12;

/**
 * The row on which papers are marked, of the digests of an archive, oldest first. A large archive is shown
 * by months, all those of its years, so that the row never outgrows its page. A row has room for what is
 * to come: the pages of old papers stay as they are for ten digests, or for a year.
 */
export function postmarkRow(digests: readonly DigestId[]): PostmarkRow {
	const firstYear = yearOf(digests[0]);
	if (digests.length <= mostDigests) {
		const places = Math.ceil(digests.length / digestsInStep) * digestsInStep;
		return { unit: 'digest', firstYear, places };
	}
	const years = yearOf(digests.at(-1)) - firstYear + 1;
	return { unit: 'month', firstYear, places: years * monthsInYear };
}

function yearOf(id: DigestId | undefined): number {
	return Number(id?.slice(0, 4) ?? 0);
}

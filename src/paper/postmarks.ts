import { monthOf } from '../model/address.ts';
import type { DigestId } from '../model/id.ts';
import type { PostmarkRow } from '../model/view.ts';

const monthsInYear = 12;

/** The places of a row, counted from 0, that belong to digests; the first is that of the first of them. */
export function postmarks(
	seen: readonly DigestId[],
	{ unit, firstYear }: PostmarkRow,
	digests: ReadonlyMap<DigestId, { readonly number: number }>,
): number[] {
	const placeOf = (id: DigestId) => {
		if (unit === 'digest') return digests.get(id)!.number - 1;
		const [year = 0, month = 0] = monthOf(id).split('-').map(Number);
		return (year - firstYear) * monthsInYear + month - 1;
	};
	return [...new Set(seen.map(placeOf))];
}

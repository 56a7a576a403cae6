/**
 * Permanent name of a paper, e.g. `k3v9q2x7mf`. Minted once, by ingest; never reused, and it says
 * nothing of the paper, so nothing can make it wrong.
 */
export type PaperId = string & { readonly __brand: 'PaperId' };

/** Permanent name of a digest: its day, e.g. `2025-03-11`; the second of a day is `2025-03-11-2`. */
export type DigestId = string & { readonly __brand: 'DigestId' };

/** A day of the calendar, e.g. `2025-03-11`. No time, no zone. */
export type Day = string & { readonly __brand: 'Day' };

// `k3v9q2x7mf`: Crockford's base32 in lower case, without i, l, o and u.
const paperIdRe = /^[0-9a-hjkmnp-tv-z]{10}$/;

// `2025-03-11`, `2025-03-11-2`; never `-0`, `-1` or `-02`.
const digestIdRe = /^(\d{4}-\d{2}-\d{2})(?:-([2-9]|[1-9]\d+))?$/;

// `2025-03-11`
const dayRe = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a string has the form of a paper's id. */
export function isPaperId(value: string): value is PaperId {
	return paperIdRe.test(value);
}

/** Whether a string is a real day, e.g. `2024-02-29` but not `2025-02-29`. */
export function isDay(value: string): value is Day {
	const match = dayRe.exec(value);
	if (!match) return false;
	const [, year, month, day] = match.map(Number) as [number, number, number, number];
	return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether a string has the form of a digest's id, with a real day. */
export function isDigestId(value: string): value is DigestId {
	const match = digestIdRe.exec(value);
	return match !== null && isDay(match[1]!);
}

/** Days in a month of the Gregorian calendar, `month` from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The id of the `number`th digest of a day, counted from 1. */
export function digestId(day: Day, number: number): DigestId {
	return (number === 1 ? day : `${day}-${number}`) as DigestId;
}

/** The day of a digest and its number within that day, counted from 1. */
export function digestIdParts(id: DigestId): { readonly day: Day; readonly number: number } {
	const [, day, number] = digestIdRe.exec(id)!;
	return { day: day as Day, number: number === undefined ? 1 : Number(number) };
}

/** Order of digests: by day, then by number, so that `-10` follows `-9`. */
export function compareDigestIds(a: DigestId, b: DigestId): number {
	const left = digestIdParts(a);
	const right = digestIdParts(b);
	if (left.day !== right.day) return left.day < right.day ? -1 : 1;
	return left.number - right.number;
}

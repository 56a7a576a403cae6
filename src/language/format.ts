import { site } from '../site.ts';
import { digestIdParts, type Day, type DigestId } from '../model/id.ts';

const timeZone = 'UTC';
const dayFormat = dates({ dateStyle: 'long', timeZone });
const localDayFormat = dates({ dateStyle: 'long' });
const monthFormat = dates({
	month: 'long',
	year: 'numeric',
	timeZone,
});
const monthNameFormat = dates({ month: 'long', timeZone });
const dayOfMonthFormat = dates({
	day: 'numeric',
	month: 'long',
	timeZone,
});
const shortDayFormat = dates({
	day: 'numeric',
	month: 'short',
	timeZone,
});
const shortMonthFormat = dates({ month: 'short', timeZone });
const numberFormat = numbers();
const percentFormat = numbers({ style: 'percent' });
const shareFormat = numbers({ style: 'percent', maximumFractionDigits: 1 });

/** “11 March 2025” */
export function formatDay(day: Day): string {
	return dayFormat.format(new Date(day));
}

/** “3 May 2026” where the reader is, for `2026-05-03T09:30:00.000Z`. */
export function formatMoment(moment: string): string {
	return localDayFormat.format(new Date(moment));
}

/** “March 2025” for `2025-03`. */
export function formatMonth(month: string): string {
	return monthFormat.format(new Date(`${month}-01`));
}

/** “March” for `2025-03`. */
export function formatMonthName(month: string): string {
	return monthNameFormat.format(new Date(`${month}-01`));
}

/** “11 March 2025”, or “11 March 2025 (2)” for the second digest of a day. */
export function formatDigest(id: DigestId): string {
	return formatDay(digestIdParts(id).day) + numberSuffix(id);
}

/** “11 March”, or “11 March (2)”. */
export function formatDigestShort(id: DigestId): string {
	return dayOfMonthFormat.format(new Date(digestIdParts(id).day)) + numberSuffix(id);
}

/** “11 Mar”, or “11 Mar (2)”, for the axis of a picture. */
export function formatDigestTick(id: DigestId): string {
	return formatDayTick(digestIdParts(id).day) + numberSuffix(id);
}

/** “11 Mar”, for a stamp. */
export function formatDayTick(day: Day): string {
	return shortDayFormat.format(new Date(day));
}

const compactDayFormat = dates({ dateStyle: 'medium', timeZone });

/** “11 Mar 2025”, for a column. */
export function formatDayShort(day: Day): string {
	return compactDayFormat.format(new Date(day));
}

/** “2025” */
export function formatYear(day: Day): string {
	return day.slice(0, 4);
}

const weekdayFormat = dates({ weekday: 'narrow', timeZone });

/** “M” to “S”, from Monday on. */
export function weekdayLetters(): string[] {
	// 1 January 2024 was a Monday.
	const days = Array.from({ length: 7 }, (_, index) => new Date(Date.UTC(2024, 0, index + 1)));
	return days.map((day) => weekdayFormat.format(day));
}

/** “Mar” for `2025-03`. */
export function formatMonthTick(month: string): string {
	return shortMonthFormat.format(new Date(`${month}-01`));
}

function numberSuffix(id: DigestId): string {
	const { number } = digestIdParts(id);
	return number === 1 ? '' : ` (${number})`;
}

/** “10,000” */
export function formatNumber(count: number): string {
	return numberFormat.format(count);
}

/** “1 paper”, “316 papers” */
export function formatCount(count: number, one: string, many = `${one}s`): string {
	return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** “47.8%” for 47.8 percent. */
export function formatShare(percents: number): string {
	return shareFormat.format(percents / 100);
}

/** “67%” for two thirds. */
export function formatPercent(share: number): string {
	return percentFormat.format(share);
}

// Said to the bundler, which leaves out of a script the formats that it does not use.
/* @__NO_SIDE_EFFECTS__ */
function dates(options: Intl.DateTimeFormatOptions) {
	return inLocale<Date>((locale) => new Intl.DateTimeFormat(locale, options));
}

/* @__NO_SIDE_EFFECTS__ */
function numbers(options: Intl.NumberFormatOptions = {}) {
	return inLocale<number>((locale) => new Intl.NumberFormat(locale, options));
}

/**
 * Formats as the archive at hand does, which is known only when the first one is asked for. What was
 * formatted once is remembered: the same days and numbers are on thousands of pages.
 */
function inLocale<Value extends Date | number>(
	make: (locale: string) => { format(value: Value): string },
) {
	let locale: string | undefined;
	let by: ReturnType<typeof make>;
	let known = new Map<number, string>();
	return {
		format(value: Value): string {
			if (locale !== site.locale) {
				locale = site.locale;
				by = make(locale);
				known = new Map();
			}
			const text = known.get(Number(value)) ?? by.format(value);
			known.set(Number(value), text);
			return text;
		},
	};
}

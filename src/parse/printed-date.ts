import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import type { PrintedDate } from '../model/digest.ts';
import { daysInMonth, isDay, type Day } from '../model/id.ts';

const months = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
];

// `Mar 11`, `March 11`, `MAR 11`, `Mar 11, 2025`
const monthFirstRe = /^(?<month>[a-z]+)\.? +(?<day>\d{1,2})(?:,? +(?<year>\d{4}))?$/i;
// `11 Mar`, `11 March 2025`
const dayFirstRe = /^(?<day>\d{1,2}) +(?<month>[a-z]+)\.?(?:,? +(?<year>\d{4}))?$/i;
// `2025-03-11`
const isoRe = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;

// A leap year, so that `Feb 29` is a day until the year says otherwise.
const anyLeapYear = 2024;

// `2025-03-11.txt`, `2016-01-01_00000.txt`, `dump-2025-03-11 (1).txt`
const fileDayRe = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/;

/** Read a date block. Reports what is not a date, or not a day of any year, and gives `undefined`. */
export function parsePrintedDate(text: string, line: number, file: VFile): PrintedDate | undefined {
	const place = { line, column: 1 };
	const date = readDate(text);
	if (!date) {
		report(file, 'missing-date', text, place);
		return undefined;
	}
	const { year, month, day } = date;
	if (month > 12 || day < 1 || day > daysInMonth(year ?? anyLeapYear, month)) {
		report(file, 'impossible-date', text, place);
		return undefined;
	}
	if (dayFirstRe.test(text)) report(file, 'day-before-month', text, place);
	return { text, year, month, day, line };
}

/** A date in one of the ways in which it is written, whether there is such a day or not. */
function readDate(text: string): Pick<PrintedDate, 'year' | 'month' | 'day'> | undefined {
	const match = monthFirstRe.exec(text) ?? dayFirstRe.exec(text) ?? isoRe.exec(text);
	const month = monthNumber(match?.groups?.['month'] ?? '');
	if (!match || month === 0) return undefined;
	const { year, day } = match.groups!;
	return { year: year === undefined ? undefined : Number(year), month, day: Number(day) };
}

/** 1 to 12 for a name of at least three letters (`Sept` too), the number itself for digits, else 0. */
function monthNumber(name: string): number {
	if (/^\d+$/.test(name)) return Number(name);
	if (name.length < 3) return 0;
	return months.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
}

/** What else says when a dump was printed. */
export interface DateSources {
	/** From `--year`. */
	readonly year?: number | undefined;
	/** The file's name as it was handed in, without its folder. */
	readonly fileName?: string | undefined;
}

/**
 * The day of a dump. Its year comes from `--year`, from a date in the file's name, or from the date
 * block, and they must agree; never from a clock. A dump without a date is of the day of the file's name.
 * Reports and gives `undefined` where there is none.
 */
export function resolveDay(
	printed: PrintedDate | undefined,
	{ year, fileName }: DateSources,
	file: VFile,
): Day | undefined {
	const named = fileDay(fileName ?? '');
	if (!printed) return namedDay(named, year, file);
	const place = { line: printed.line, column: 1 };
	const years = [year, named && Number(named.slice(0, 4)), printed.year].filter(
		(candidate) => candidate !== undefined,
	);
	if (years[0] === undefined) {
		report(file, 'missing-year', printed.text, place);
		return undefined;
	}
	const day = [
		String(years[0]).padStart(4, '0'),
		String(printed.month).padStart(2, '0'),
		String(printed.day).padStart(2, '0'),
	].join('-');
	if (!isDay(day)) {
		report(file, 'impossible-date', `${printed.text}, ${years[0]}`, place);
		return undefined;
	}
	if (years.some((candidate) => candidate !== years[0]) || (named && named !== day)) {
		report(file, 'date-conflict', printed.text, place);
		return undefined;
	}
	return day;
}

function namedDay(named: Day | undefined, year: number | undefined, file: VFile): Day | undefined {
	if (named === undefined) report(file, 'missing-day', '');
	else if (year === undefined || year === Number(named.slice(0, 4))) return named;
	else report(file, 'date-conflict', named);
	return undefined;
}

/** A real day in a file's name, or `undefined`. */
export function fileDay(fileName: string): Day | undefined {
	const day = fileDayRe.exec(fileName)?.[1];
	return day !== undefined && isDay(day) ? day : undefined;
}

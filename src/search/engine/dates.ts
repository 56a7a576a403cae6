import { formatMonthName } from '../../language/format.ts';

// `2025`, `2025-3`, `2025/03/11`
const numbersRe = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/;
const yearRe = /^\d{4}$/;
// `11`, `11th`
const dayRe = /^(\d{1,2})(?:st|nd|rd|th)?$/;
const shortestMonth = 3;

/** A text that is nothing but a date, as the beginning of a digest's id: `2025-03` for `March 2025`, `2025-03-11` for `Mar 11, 2025`. */
export function readDate(text: string): string | undefined {
	const numbers = numbersRe.exec(text.trim());
	if (numbers) return joinDate(numbers.slice(1));
	const words = text
		.toLowerCase()
		.split(/[\s,.]+/)
		.filter((word) => word !== '');
	const year = words.find((word) => yearRe.test(word));
	if (year === undefined) return undefined;
	const names = monthNames();
	const month = words.map((word) => monthOf(word, names)).find((number) => number > 0);
	const [, day] = words.map((word) => dayRe.exec(word)).find((found) => found) ?? [];
	const parts = [year, month, day].filter((part) => part !== undefined);
	return month !== undefined && parts.length === words.length
		? joinDate([year, String(month), day])
		: undefined;
}

/** In the language of the archive. To make what formats a date takes longer than all else that reads a query. */
function monthNames(): string[] {
	return Array.from({ length: 12 }, (_, month) =>
		formatMonthName(`2000-${pad(month + 1)}`).toLowerCase(),
	);
}

/** 3 for `march` and `mar`, 0 for what is no month. */
function monthOf(word: string, names: readonly string[]): number {
	if (word.length < shortestMonth) return 0;
	return names.findIndex((name) => name.startsWith(word)) + 1;
}

function joinDate(parts: readonly (string | undefined)[]): string {
	return parts.flatMap((part) => (part === undefined ? [] : pad(Number(part)))).join('-');
}

function pad(number: number): string {
	return String(number).padStart(2, '0');
}

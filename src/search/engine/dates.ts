import { formatMonthName } from '../../language/format.ts';

const monthNames = Array.from({ length: 12 }, (_, month) =>
	formatMonthName(`2000-${pad(month + 1)}`).toLowerCase(),
);

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
	const month = words.map(monthOf).find((number) => number > 0);
	const [, day] = words.map((word) => dayRe.exec(word)).find((found) => found) ?? [];
	const parts = [year, month, day].filter((part) => part !== undefined);
	return year !== undefined && month !== undefined && parts.length === words.length
		? joinDate([year, String(month), day])
		: undefined;
}

/** 3 for `march` and `mar`, 0 for what is no month. */
function monthOf(word: string): number {
	if (word.length < shortestMonth) return 0;
	return monthNames.findIndex((name) => name.startsWith(word)) + 1;
}

function joinDate(parts: readonly (string | undefined)[]): string {
	return parts.flatMap((part) => (part === undefined ? [] : pad(Number(part)))).join('-');
}

function pad(number: number): string {
	return String(number).padStart(2, '0');
}

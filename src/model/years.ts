/** Some years, both ends among them. */
export interface Years {
	/** E.g. `2024`. */
	readonly from: string;
	readonly to: string;
}

// `2024`, `2024-2025`
const yearsRe = /^(\d{4})(?:-(\d{4}))?$/;

/** Read years such as `2024` or `2024-2025`; nothing where these are none. */
export function parseYears(text: string): Years | undefined {
	const [, from, to = from] = yearsRe.exec(text) ?? [];
	return from === undefined || to === undefined ? undefined : { from, to };
}

/** `2024-2025`, or `2024` for one alone. */
export function formatYears({ from, to }: Years): string {
	return from === to ? from : `${from}-${to}`;
}

/** Whether a year, or that of a day such as `2024-02-29`, is one of some. */
export function isIn({ from, to }: Years, day: string): boolean {
	const year = day.slice(0, 4);
	return from <= year && year <= to;
}

import { parse } from 'csv-parse/sync';

/** How many records a file of JSON, JSON Lines or CSV holds. Throws for what a strict reader refuses. */
export function countRecords(file: string, text: string): number {
	if (file.endsWith('.jsonl')) return countLines(text);
	if (file.endsWith('.csv')) return Math.max(0, (countRows(text) ?? parse(text).length) - 1);
	const value: unknown = JSON.parse(text);
	// Those of a JSON Feed are its items.
	const records = (value as { readonly items?: unknown } | null)?.items ?? value;
	return Array.isArray(records) ? records.length : 1;
}

// `"a ""b"" c",` or `a` before the end of its row
const valueRe = /(?:"[^"]*(?:""[^"]*)*"|[^",\r\n]*)(,|\r\n)/y;

/** The rows of a table (RFC 4180); nothing where one is not as long as the first or is no row, which `parse` can explain. */
function countRows(text: string): number | undefined {
	let [rows, width, values] = [0, 0, 0];
	valueRe.lastIndex = 0;
	while (valueRe.lastIndex < text.length) {
		const end = valueRe.exec(text)?.[1];
		if (end === undefined) return undefined;
		values++;
		if (end === ',') continue;
		if (values !== (width ||= values)) return undefined;
		rows++;
		values = 0;
	}
	return values === 0 ? rows : undefined;
}

function countLines(text: string): number {
	if (text !== '' && !text.endsWith('\n')) throw new SyntaxError('the last line is cut');
	const lines = text.split('\n').slice(0, -1);
	for (const [index, line] of lines.entries()) {
		try {
			JSON.parse(line);
		} catch (error) {
			throw new SyntaxError(`line ${index + 1}: ${(error as Error).message}`, {
				cause: error,
			});
		}
	}
	return lines.length;
}

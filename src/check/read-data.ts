import { parse } from 'csv-parse/sync';

/** How many records a file of JSON, JSON Lines or CSV holds. Throws for what a strict reader refuses. */
export function countRecords(file: string, text: string): number {
	if (file.endsWith('.jsonl')) return countLines(Buffer.from(text));
	if (file.endsWith('.csv')) return Math.max(0, (countRows(text) ?? parse(text).length) - 1);
	const value: unknown = JSON.parse(text);
	// Those of a JSON Feed are its items.
	const records = (value as { readonly items?: unknown } | null)?.items ?? value;
	return Array.isArray(records) ? records.length : 1;
}

const lineFeed = 0x0a;

/** How many records JSON Lines hold, which may be longer than a string can be. Throws for what a strict reader refuses. */
export function countLines(bytes: Buffer): number {
	const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	let lines = 0;
	for (let start = 0; start < bytes.length; lines++) {
		const end = bytes.indexOf(lineFeed, start);
		if (end < 0) throw new SyntaxError('the last line is cut');
		const line = utf8.decode(bytes.subarray(start, end));
		try {
			JSON.parse(line);
		} catch (error) {
			throw new SyntaxError(`line ${lines + 1}: ${(error as Error).message}`, {
				cause: error,
			});
		}
		start = end + 1;
	}
	return lines;
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

import { parse } from 'csv-parse/sync';

/** How many records a file of JSON, JSON Lines or CSV holds. Throws for what a strict reader refuses. */
export function countRecords(file: string, text: string): number {
	if (file.endsWith('.jsonl')) return countLines(text);
	if (file.endsWith('.csv')) return Math.max(0, parse(text).length - 1);
	const value: unknown = JSON.parse(text);
	// Those of a JSON Feed are its items.
	const records = (value as { readonly items?: unknown } | null)?.items ?? value;
	return Array.isArray(records) ? records.length : 1;
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

// A string holds what some 200,000 papers say, and no more.
const linesAtOnce = 1_000;

/** Records as JSON Lines in UTF-8, however many they are. */
export function jsonLinesBytes(records: readonly object[]): Uint8Array {
	const parts: Uint8Array[] = [];
	for (let start = 0; start < records.length; start += linesAtOnce)
		parts.push(Buffer.from(jsonLines(records.slice(start, start + linesAtOnce))));
	return Buffer.concat(parts);
}

/** Records as JSON Lines. */
export function jsonLines(records: readonly object[]): string {
	return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

// A string holds what some 200,000 papers say, and no more.
const linesAtOnce = 1_000;

/** Records as JSON Lines, however many they are: text by text. */
export function* jsonLineTexts(records: readonly object[]): Iterable<string> {
	for (let start = 0; start < records.length; start += linesAtOnce)
		yield jsonLines(records.slice(start, start + linesAtOnce));
}

/** Records as JSON Lines. */
export function jsonLines(records: readonly object[]): string {
	return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

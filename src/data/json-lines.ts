/** Records as JSON Lines. */
export function jsonLines(records: readonly object[]): string {
	return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** Order of texts by code units: the same in every place and language. */
export function compareTexts(a: string, b: string): number {
	return a === b ? 0 : a < b ? -1 : 1;
}

/** A letter of a list as it is shown: “A”, and “0–9” for `0-9`. */
export function letterLabel(id: string): string {
	return id.toUpperCase().replace('-', '–');
}

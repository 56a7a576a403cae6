/** The lines of a text, each trimmed, joined by one space, as those of a block of a dump are. */
export function oneLine(text: string): string {
	return text
		.split(/\r\n|\n|\r/)
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join(' ');
}

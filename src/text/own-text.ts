/**
 * A copy of a text. What was cut out of another keeps all of that in memory, and takes two bytes for each
 * character where any of the other's needs two.
 */
export function ownText(text: string): string {
	return JSON.parse(JSON.stringify(text)) as string;
}

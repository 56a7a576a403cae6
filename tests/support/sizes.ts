/** Whether the long tests were asked for: `npm run test:long`. */
export const isLong = process.env['OFFPRINT_LONG'] === '1';

/** How often to try: a few times at every push, many times by hand. */
export function times(quick: number, long: number): number {
	return isLong ? long : quick;
}

/** Print a figure for the log that is kept in `docs/trust.md`. */
export function figure(promise: string, text: string): void {
	if (isLong) console.log(`figure ${promise}: ${text}`);
}

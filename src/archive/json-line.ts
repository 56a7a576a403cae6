/** The object of a line of JSON Lines, before anything of it is trusted; `undefined` where there is none. */
export function readJsonObject(line: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === 'object' && value !== null
			? (value as Record<string, unknown>)
			: undefined;
	} catch {
		// Said by the caller, with the line.
		return undefined;
	}
}

/** Bounds of what a dump may hold. Checked before the text is read. */
export const limits = {
	/** Bytes. */
	file: 16 * 1024 * 1024,
	/** UTF-16 units, as all lengths below. */
	title: 1_000,
	abstract: 20_000,
	/** Real titles have 6 to 175 characters, real abstracts 165 to 1,923; beyond these bounds a warning is due. */
	usualTitle: 200,
	usualAbstract: 160,
} as const;

/** Where one is in the whole, as the running head says it: “No. 5 · 28 April 2025 · 69 papers”. */
export interface Place {
	/** What stands apart, in the order in which it is said. */
	readonly parts: readonly string[];
	/** Where the whole of it is. */
	readonly href?: string | undefined;
}

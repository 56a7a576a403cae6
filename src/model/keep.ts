/**
 * Gives the result that an earlier run kept of the same input, or makes it, and keeps it for the next
 * run; what is made as `undefined` is not kept. A result is plain JSON and depends on nothing but its
 * input and the code.
 */
export type Keep = <Result>(
	kind: KeptKind,
	input: readonly string[],
	make: () => Result | undefined,
) => Result | undefined;

/** What sorts of results are kept. */
export type KeptKind =
	| 'wordings'
	| 'sketches'
	| 'restored'
	| 'names'
	| 'odds'
	| 'judged'
	| 'topics'
	| 'abstracts'
	| 'vocabulary'
	| 'systems';

/** Makes every result anew. */
export const keepNothing: Keep = (_kind, _input, make) => make();

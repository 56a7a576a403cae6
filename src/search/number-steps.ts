/** Rising numbers as the steps between them, which compress well: `3 4 9` is `3 1 5`. */
export function packNumbers(numbers: readonly number[]): number[] {
	return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}

/** The numbers of such steps. */
export function unpackNumbers(steps: readonly number[]): number[] {
	let sum = 0;
	return steps.map((step) => (sum += step));
}

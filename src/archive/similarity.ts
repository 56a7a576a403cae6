/**
 * How much of two texts is the same, from 0 to 1: Sørensen–Dice coefficient over the sets of their
 * pairs of neighbouring words. Two unrelated abstracts of the field share up to a tenth of them.
 */
export function similarity(left: string, right: string): number {
	const a = wordPairs(left);
	const b = wordPairs(right);
	if (a.size + b.size === 0) return 1;
	let shared = 0;
	for (const pair of a) if (b.has(pair)) shared++;
	return (2 * shared) / (a.size + b.size);
}

function wordPairs(text: string): Set<string> {
	const words =
		text
			.normalize('NFKC')
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
}

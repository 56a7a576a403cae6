/** Texts of made-up words, some in many texts and most in few, as in any language; the same each time. */
export function textsOfWords(count: number): string[] {
	let state = 1;
	const chance = () => (state = (state * 48_271) % 0x7fffffff) / 0x7fffffff;
	const word = () => `word${Math.floor(chance() ** 3 * 2_000)}x`;
	return Array.from({ length: count }, () => Array.from({ length: 60 }, word).join(' '));
}

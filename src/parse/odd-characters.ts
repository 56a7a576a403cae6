// Bidirectional controls, zero-width characters, U+FFFD, and control characters that XML forbids.
const oddRe =
	/[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD\uFFFE\uFFFF]/g;

/** Characters that a reader cannot see or a feed cannot carry, as `U+200B`, each with its index. */
export function oddCharacters(text: string): { readonly name: string; readonly index: number }[] {
	return Array.from(text.matchAll(oddRe), ({ 0: character, index }) => {
		const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
		return { name: `U+${code}`, index };
	});
}

const letters = new Intl.Segmenter();
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The letters of a text as its readers count them, with what stands above and below: `बड़े` has two. */
export function lettersOf(text: string): string[] {
	return Array.from(letters.segment(text), ({ segment }) => segment);
}

/** The words of a text, with what is between them: `ภาษาไทย` has two. */
export function wordsOf(text: string): string[] {
	return Array.from(words.segment(text), ({ segment }) => segment);
}

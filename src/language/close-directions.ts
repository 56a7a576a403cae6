// LRE, RLE, LRO and RLO are ended by PDF, LRI, RLI and FSI by PDI.
const embedding = '\u202a\u202b\u202d\u202e';
const isolate = '\u2066\u2067\u2068';
const [endOfEmbedding, endOfIsolate] = ['\u202c', '\u2069'];

/**
 * A text that ends every change of direction that it begins, e.g. by U+202E, so that none turns the words
 * after it. For where no markup is possible; nearly every text is itself.
 */
export function closeDirections(text: string): string {
	const open: string[] = [];
	for (const character of text) {
		if (embedding.includes(character)) open.push(endOfEmbedding);
		else if (isolate.includes(character)) open.push(endOfIsolate);
		else if (character === endOfEmbedding && open.at(-1) === endOfEmbedding) open.pop();
		// What began within an isolate ends with it.
		else if (character === endOfIsolate && open.includes(endOfIsolate))
			open.length = open.lastIndexOf(endOfIsolate);
	}
	return text + open.toReversed().join('');
}

// A sentence's end with the beginning of another behind it: `… resource-constrained. Thus motivated, …`
const endRe = /(?<=[a-z0-9)\]”’"%][.!?]”?) (?=["“(]?[A-Z0-9•])/;
// What ends with a full stop and ends no sentence.
const abbreviationRe =
	/(?:\b(?:e\.g|i\.e|et al|vs|cf|Fig|Eq|Sec|resp|w\.r\.t|a\.k\.a|approx|No)|\b[A-Z])\.$/;

/** The sentences of a text, in order; together with a space between each they are the text. */
export function sentences(text: string): string[] {
	const parts: string[] = [];
	for (const part of text.split(endRe)) {
		const last = parts[parts.length - 1];
		if (last !== undefined && abbreviationRe.test(last))
			parts[parts.length - 1] = `${last} ${part}`;
		else parts.push(part);
	}
	return parts;
}

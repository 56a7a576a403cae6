// How a sentence's end is seen depends on which mistake costs more.

// For quotes and excerpts: a capital, a digit, a bullet or an opening mark behind it, `… by 50%. “Thus motivated, …`
const anyBreakRe = /(?<=[a-z0-9)\]”’"%][.!?]”?) (?=["“(]?[A-Z0-9•])/;
// What ends with a full stop and ends no sentence.
const abbreviationRe =
	/(?:\b(?:e\.g|i\.e|et al|vs|cf|Fig|Eq|Sec|resp|w\.r\.t|a\.k\.a|approx|No)|\b[A-Z])\.$/;
// At the end of a text, also before closing marks: `… as we show.”`
const endRe = /[.!?…]["'”’)\]]*$/;

/** The sentences of a text, in order; together with a space between each they are the text. */
export function sentences(text: string): string[] {
	const parts: string[] = [];
	let isOpen = false;
	for (const part of text.split(anyBreakRe)) {
		if (isOpen) parts[parts.length - 1] += ` ${part}`;
		else parts.push(part);
		isOpen = abbreviationRe.test(part);
	}
	return parts;
}

/** Whether a text ends as a sentence does, as an abstract and hardly a title: `We show “it works.”` */
export function endsSentence(text: string): boolean {
	return endRe.test(text);
}

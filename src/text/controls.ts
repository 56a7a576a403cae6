// Controls but tab and line feed, and what Unicode keeps for no character: no XML may hold them, no HTML should.
const controlRe = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]|\p{Cs}/gu;

/** A text with a space in the place of each character that no page and no feed can hold; as long as before. */
export function blankControls(text: string): string {
	return text.replace(controlRe, ' ');
}

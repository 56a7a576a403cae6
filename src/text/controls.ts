// Controls but tab and line feed, and what Unicode keeps for no character: no XML may hold them, no HTML should.
const controlRe = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]|\p{Cs}/gu;

// `␌` is the picture of U+000C.
const firstPicture = 0x2400;
const pictureOfDelete = '␡';

/** A text with a picture in the place of each character that no page can hold: `␌`; as long as before. */
export function showControls(text: string): string {
	return text.replace(controlRe, (character) => {
		const code = character.charCodeAt(0);
		if (code < 0x20) return String.fromCharCode(firstPicture + code);
		return code === 0x7f ? pictureOfDelete : '\ufffd';
	});
}

/** A text with a space in the place of each character that no page and no feed can hold; as long as before. */
export function blankControls(text: string): string {
	return text.replace(controlRe, ' ');
}

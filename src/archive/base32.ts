// Douglas Crockford's base32: no i, l, o or u, so that nothing is misread or spelled.
// https://www.crockford.com/base32.html
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** The first `length` characters of the bytes in Crockford's base32, lower case, 5 bits a character. */
export function base32(bytes: Uint8Array, length: number): string {
	let text = '';
	let bits = 0;
	let pending = 0;
	for (const byte of bytes) {
		pending = (pending << 8) | byte;
		bits += 8;
		while (bits >= 5 && text.length < length) {
			bits -= 5;
			text += alphabet[(pending >> bits) & 31];
		}
		pending &= (1 << bits) - 1;
	}
	return text;
}

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { WordingKey } from '../model/ledger.ts';
import { base32 } from './base32.ts';
import { entryFact } from './entry-fact.ts';

// Letters, numbers and their marks make a wording; `+` and `#` tell C++ and C# from C.
const insignificantRe = /[^\p{L}\p{N}\p{M}+#]+|\p{Default_Ignorable_Code_Point}+/gu;
const asciiRe = /^[\0-\x7f]*$/;
const asciiInsignificantRe = /[^a-z0-9+#]+/g;

// 80 bits: two of a million abstracts agree by chance once in a trillion archives.
const abstractKeyLength = 16;

/** The key by which the ledger recognises an entry's wording. */
export function wordingKey(title: string, abstract: string): WordingKey {
	return { title: fold(title), abstract: abstractKey(abstract) };
}

/** The key of an entry's wording. */
export const entryKey = entryFact(({ title, abstract }) => wordingKey(title.text, abstract.text));

/** The folded abstract's hash, as 16 characters of base32. */
function abstractKey(abstract: string): string {
	return base32(sha256(utf8ToBytes(fold(abstract))), abstractKeyLength);
}

/**
 * Text less all that does not make it another wording: case, punctuation, spaces, Unicode form and
 * invisible characters. `“Free Lunch”?` gives `freelunch`. Text with nothing else in it stays itself.
 */
export function fold(text: string): string {
	if (asciiRe.test(text)) {
		return text.toLowerCase().replace(asciiInsignificantRe, '') || text.trim();
	}
	const folded = text.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('ς', 'σ');
	return folded.replace(insignificantRe, '').normalize('NFC') || text.trim();
}

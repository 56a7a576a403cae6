import { nameKey } from '../../../text/words.ts';

// `\url{https://a.org/Name}`, `a.github.io/Name`
const addressRe =
	/(?:https?:\/\/|www\.)[^\s{}]+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:ai|cn|co|com|edu|io|net|org)\b(?:\/\S*)?/g;
// `://`, `www.`, `.com`: without one of these a text has no address.
const signRe = /:\/\/|www\.|\.(?:ai|cn|co|com|edu|io|net|org)\b/;
const schemeRe = /^https?:\/\//;
// `.git` of `Hydra.git`, and a full stop
const endingRe = /(?:\.(?:git|html?))?[.,;:)]{0,3}$/;

/** A text with spaces in place of its addresses: names in these are no mentions. */
export function withoutAddresses(text: string): string {
	return signRe.test(text) ? text.replace(addressRe, (found) => ' '.repeat(found.length)) : text;
}

/** The keys of the parts of a text's addresses: `hydra` of `https://github.com/lab/Hydra`. */
export function addressKeys(text: string): ReadonlySet<string> {
	if (!signRe.test(text)) return new Set();
	const parts = Array.from(text.matchAll(addressRe), ([address]) => {
		const [host = '', ...path] = address.replace(schemeRe, '').split('/');
		return [...host.split('.'), ...path.map((part) => part.replace(endingRe, ''))];
	});
	return new Set(parts.flat().map(nameKey));
}

import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { replaceByLink, type Replacement } from './nodes.ts';
import { replaceAll } from './replace-in-text.ts';

// `https://github.com/NX-AI/flashrnn`; or without scheme, then only with a path (`github.com/a/b`)
// or as a site that is known for it (`name.github.io`): `fast.ai` and `Booking.com` are names.
const addressRe =
	/https?:\/\/[^\s{}<>"“”`]+|(?<![\w@/.:-])(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|io|ai|co|dev|edu|gov|app|xyz|me|cn|de|uk|ch|fr|eu|jp|kr|info|page|site|cc|gg|ly|be)\/[^\s{}<>"“”`]+|(?<![\w@/.:-])(?:www\.[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}|[a-z0-9-]{1,63}\.(?:github|gitlab|huggingface)\.io)(?![\w-])/gi;
// `://`, `.com/`, `www.`, `.io`: without one of these a text has no address.
const signRe = /:\/\/|www\.|\.[a-z]{2,4}\/|\.io(?![\w-])/i;
// `[project page](` before an address
const markdownTextRe = /\[([^[\]]{1,200})\]\($/;
// What ends a sentence and not an address.
const sentenceEnds: ReadonlySet<string> = new Set(".,;:!?'’*_~|\\");
// `…/repo.The code`: a sentence glued to an address
const gluedRe = /\.(?:The|This|We|Our|In|For|It|All|Code|Project|Demo)$/;
// `blue{Github}`: of `\textcolor{blue}{Github}`
const colouredRe = /^[a-z]+\{([^{}]*)\}$/;
// `a\_b`: escaped for TeX
const escapeRe = /\\([_%#&~])/g;
// `[`, `|` and a `%` that begins no escape, which an address may not have as they are
const unescapedRe = /[[\]|^]|%(?![\da-f]{2})/gi;
// Longer words are not a link's, longer addresses none of a paper.
const longestWords = 300;

/** Make links of addresses: `u`, `u{u}`, `u{words}`, `[words](u)`, with or without a scheme. Only http and https. */
export function remarkLinkAddresses() {
	return (tree: Root, file: VFile): void => {
		const text = String(file);
		if (!signRe.test(text)) return;
		const found: Replacement[] = [];
		let last = 0;
		addressRe.lastIndex = 0;
		for (let match = addressRe.exec(text); match; match = addressRe.exec(text)) {
			const words = wordsOfLink(text, match);
			if (words !== undefined) addressRe.lastIndex = words;
			const link = words === undefined && readLink(file, match, last);
			if (!link) continue;
			found.push(link);
			last = addressRe.lastIndex = link.end;
		}
		replaceAll(tree, file, found);
	};
}

/** Where the address of a link begins whose words are an address too: `[https://a.io](https://a.io)`. */
function wordsOfLink(text: string, { 0: whole, index }: RegExpExecArray): number | undefined {
	const end = text[index - 1] === '[' ? whole.indexOf('](') : -1;
	return end === -1 ? undefined : index + end + 2;
}

function readLink(
	file: VFile,
	{ 0: whole, index }: RegExpExecArray,
	from: number,
): Replacement | undefined {
	const text = String(file);
	const address = trimAddress(whole);
	const url = toUrl(address);
	if (url === undefined) return undefined;
	const end = index + address.length;
	const before = text.slice(Math.max(from, index - longestWords), index);
	const markdown = text[end] === ')' ? markdownTextRe.exec(before) : null;
	if (markdown) {
		const start = index - markdown[0].length;
		return replaceByLink(file, [start, end + 1], url, markdown[1]!);
	}
	const close = text[end] === '{' && address === whole ? endOfBraces(text, end) : undefined;
	if (close === undefined) {
		return replaceByLink(file, [index, end], url, address.replace(escapeRe, '$1'));
	}
	const words = text
		.slice(end + 1, close - 1)
		.trim()
		.replace(colouredRe, '$1');
	const isItself = words === '' || words === 'this https URL' || trimAddress(words) === address;
	return replaceByLink(file, [index, close], url, isItself ? address : words);
}

/** Without the sentence's own punctuation, and without a closing bracket that nothing in the address opens. */
function trimAddress(address: string): string {
	const glued = gluedRe.exec(address);
	let end = glued ? glued.index : address.length;
	const surplus = { ')': surplusOf(address, '(', ')'), ']': surplusOf(address, '[', ']') };
	for (; end > 0; end--) {
		const last = address[end - 1]!;
		if (last === ')' || last === ']') {
			if (surplus[last] <= 0) break;
			surplus[last]--;
		} else if (!sentenceEnds.has(last)) break;
	}
	return address.slice(0, end);
}

function surplusOf(text: string, open: string, close: string): number {
	return text.split(close).length - text.split(open).length;
}

function toUrl(address: string): string | undefined {
	const plain = address.replace(escapeRe, '$1');
	const whole = /^https?:\/\//i.test(plain) ? plain : `https://${plain}`;
	if (!URL.canParse(whole)) return undefined;
	const { hostname, username } = new URL(whole);
	if (username !== '' || !hostname.includes('.')) return undefined;
	return whole.replace(unescapedRe, encodeURIComponent);
}

function endOfBraces(text: string, at: number): number | undefined {
	let depth = 0;
	for (let place = at; place < Math.min(text.length, at + longestWords); place++) {
		if (text[place] === '{') depth++;
		else if (text[place] === '}' && --depth === 0) return place + 1;
	}
	return undefined;
}

/** A stretch of a text without spaces, or a formula with them: `attention`, `O(n log n)`, `C++`. */
export interface Chunk {
	/** Without the punctuation around it. */
	readonly text: string;
	/** UTF-16 offset into the text. */
	readonly start: number;
}

const solidRe = /\S+/g;
// Most words: nothing to take away, and trying to is slow.
const plainRe = /^[A-Za-z0-9]+$/;

/** The chunks of a text in their order, those that are nothing but punctuation left out. */
export function chunksOf(text: string): Chunk[] {
	const chunks: Chunk[] = [];
	const solids = new RegExp(solidRe);
	for (let found = solids.exec(text); found; found = solids.exec(text)) {
		const end = endOfCall(text, found.index, solids.lastIndex);
		solids.lastIndex = end;
		const whole = { text: text.slice(found.index, end), start: found.index };
		const chunk = plainRe.test(whole.text) ? whole : trimChunk(whole);
		if (chunk.text !== '') chunks.push(chunk);
	}
	return chunks;
}

// `https://example.org/a`, `github.com/a`
const addressRe = /^(?:https?:|www\.)|\w\.\w+\/\w/i;

/** Whether a chunk is an address on the web. */
export function isAddress(chunk: string): boolean {
	return addressRe.test(chunk);
}

// `-` of `k-means`, `/` of `ViT-L/14`
const joinerRe = /[-‐‑–/]/;

/** What a compound is made of, signs and all: `χ²-divergence` is `χ²` and `divergence`. */
export function splitCompound(chunk: string): string[] {
	return chunk.split(joinerRe);
}

// A formula goes on over its spaces, `O(n log n)`, but not for ever.
const longestFormula = 48;
// `O(n`, not `(see`
const openCallRe = /[\p{L}\p{N}]\(/u;
// `((x` of `((x)`
const openersRe = /^[([{]+/;
const restOfSolidRe = /^\S*/;

/** Where `O(n` ends, which began at `start`: behind its bracket, if that comes soon. */
function endOfCall(text: string, start: number, end: number): number {
	const solid = text.slice(start, end);
	if (!openCallRe.test(solid)) return end;
	let depth = openBrackets(solid.replace(openersRe, ''));
	if (depth <= 0) return end;
	for (let at = end; at < Math.min(text.length, start + longestFormula); at++) {
		if (text[at] === '(') depth++;
		if (text[at] === ')' && --depth === 0) {
			const rest = restOfSolidRe.exec(text.slice(at + 1))![0];
			return at + 1 + rest.length;
		}
	}
	return end;
}

function openBrackets(text: string): number {
	return text.split('(').length - text.split(')').length;
}

const brackets = [
	['(', ')'],
	['[', ']'],
	['{', '}'],
] as const;
// `(“` of `(“GPT-4”)`, `=` of `=SUM(A1:A9)`
const leadingRe = /^[\s"'“”„‘’«»‹›`,;:.!?…—–<>~=≈≥≤$-]+/u;
// `,` of `GPT-4,`
const trailingRe = /[\s"'“”„‘’«»‹›`,;:.!?…—–<>%~-]+$/u;
// `’s` of `GPT-4’s`
const possessiveRe = /['’]s$/;

/** Take away what stands around a word but is not of it: `(“GPT-4’s”),` is `GPT-4`, and `O(n).` is `O(n)`. */
function trimChunk(chunk: Chunk): Chunk {
	let trimmed = chunk;
	let before: Chunk;
	do {
		before = trimmed;
		trimmed = [leadingRe, trailingRe, possessiveRe].reduce(cutMatch, trimmed);
		for (const [open, close] of brackets) trimmed = cutBracket(trimmed, open, close);
	} while (trimmed.text !== before.text);
	return trimmed;
}

function cutMatch(chunk: Chunk, pattern: RegExp): Chunk {
	const found = pattern.exec(chunk.text);
	if (!found) return chunk;
	const { length } = found[0];
	return found.index === 0 ? cut(chunk, length, 0) : cut(chunk, 0, length);
}

/** Cut brackets that have no partner in the chunk, and a pair around all of it. */
function cutBracket(chunk: Chunk, open: string, close: string): Chunk {
	const { text } = chunk;
	const surplus = text.split(open).length - text.split(close).length;
	if (surplus > 0 && text.startsWith(open)) return cut(chunk, 1, 0);
	if (surplus < 0 && text.endsWith(close)) return cut(chunk, 0, 1);
	return isWrapped(text, open, close) ? cut(chunk, 1, 1) : chunk;
}

/** Whether a text's first bracket is closed by its last: `(O(n))`, not `(a)(b)`. */
function isWrapped(text: string, open: string, close: string): boolean {
	if (!text.startsWith(open) || !text.endsWith(close)) return false;
	let depth = 0;
	return [...text].every((character, place, all) => {
		depth += Number(character === open) - Number(character === close);
		return depth > 0 || place === all.length - 1;
	});
}

function cut({ text, start }: Chunk, atStart: number, atEnd: number): Chunk {
	return { text: text.slice(atStart, text.length - atEnd), start: start + atStart };
}

import { expandScripts } from '../text/raised-and-lowered.ts';

/** A stretch of a text without spaces, or a formula with them: `attention`, `O(n log n)`, `C++`. */
export interface Chunk {
	/** Without the punctuation around it. */
	readonly text: string;
	/** UTF-16 offset into the text. */
	readonly start: number;
}

// A formula goes on over its spaces, `O(n log n)`, but not for ever.
const longestFormula = 48;
// `O(n`, not `(see`
const openCallRe = /[\p{L}\p{N}]\(/u;

// Most words: nothing to take away, and trying to is slow.
const plainRe = /^[A-Za-z0-9]+$/;

/** The chunks of a text in their order, those that are nothing but punctuation left out. */
export function chunksOf(text: string): Chunk[] {
	const chunks: Chunk[] = [];
	const solidRe = /\S+/g;
	for (let found = solidRe.exec(text); found; found = solidRe.exec(text)) {
		const end = endOfCall(text, found.index, solidRe.lastIndex);
		solidRe.lastIndex = end;
		const whole = text.slice(found.index, end);
		const chunk = plainRe.test(whole)
			? { text: whole, start: found.index }
			: trimChunk(whole, found.index);
		if (chunk.text !== '') chunks.push(chunk);
	}
	return chunks;
}

/** Where `O(n` ends, which began at `start`: behind its bracket, if that comes soon. */
function endOfCall(text: string, start: number, end: number): number {
	const solid = text.slice(start, end);
	if (!openCallRe.test(solid)) return end;
	const head = solid.replace(/^[([{]+/, '');
	if (balance(head) <= 0) return end;
	let depth = balance(head);
	for (let at = end; at < Math.min(text.length, start + longestFormula); at++) {
		if (text[at] === '(') depth++;
		if (text[at] === ')' && --depth === 0) {
			const rest = /^\S*/.exec(text.slice(at + 1))![0];
			return at + 1 + rest.length;
		}
	}
	return end;
}

/** How many brackets are open at the end. */
function balance(text: string): number {
	return text.split('(').length - text.split(')').length;
}

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const leadingRe = /^[\s"'“”„‘’«»‹›`,;:.!?…—–<>~≈≥≤$-]+/u;
const trailingRe = /[\s"'“”„‘’«»‹›`,;:.!?…—–<>%~-]+$/u;
const possessiveRe = /['’]s$/;

/** Take away what stands around a word but is not of it: `(“GPT-4’s”),` is `GPT-4`, and `O(n).` is `O(n)`. */
function trimChunk(whole: string, offset: number): Chunk {
	let text = whole;
	let start = offset;
	const cut = (from: number, to = text.length) => {
		text = text.slice(from, to);
		start += from;
	};
	for (let before = ''; before !== text;) {
		before = text;
		cut(leadingRe.exec(text)?.[0].length ?? 0);
		cut(0, text.length - (trailingRe.exec(text)?.[0].length ?? 0));
		cut(0, text.length - (possessiveRe.exec(text)?.[0].length ?? 0));
		for (const [open, close] of Object.entries(pairs)) {
			const opens = text.split(open).length;
			const closes = text.split(close).length;
			if (text.startsWith(open) && opens > closes) cut(1);
			else if (text.endsWith(close) && closes > opens) cut(0, text.length - 1);
			else if (isWrapped(text, open, close)) cut(1, text.length - 1);
		}
	}
	return { text, start };
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

// `15×`, `C++`, `n²`, `R^d`, `pass@k`: a sign that a word does not have, or a letter of formulas
const signRe =
	/[+*^×÷=|\\#@&°∞√∑∏∫∂∇±·∘⊤′→←∈∉⊂∪∩∀∃{}∗−]|[\u{1D400}-\u{1D7FF}\u2070-\u209C²³¹ᵃ-ᶿⁿ]/u;
const doubleStruckRe = /[ℂℍℕℙℚℝℤℓℒℱℋℬℰ]/u;
// `O(n)`, `f(x)`, not `model(s)`; `x_0`, not `mtc_new`
const callRe = /^\p{L}{1,2}\(/u;
const subscriptRe = /^\p{L}_/u;
// `15times`, as the feed wrote `15×`
const timesRe = /^\d[\d.,]*(?:times|x)$/i;
const addressRe = /^(?:https?:|www\.)|\w\.\w+\/\w/i;

const singleRe = /^[\p{L}\p{N}\p{Sm}]$/u;
const lettersRe = /^[A-Za-z]+$/;

/** Whether a chunk is a formula or has a sign in its name, or is a single letter: nothing that a search for words could find. */
export function isSymbol(chunk: string): boolean {
	if (lettersRe.test(chunk)) return chunk.length === 1;
	if (addressRe.test(chunk)) return false;
	return (
		singleRe.test(chunk) ||
		signRe.test(chunk) ||
		doubleStruckRe.test(chunk) ||
		callRe.test(chunk) ||
		subscriptRe.test(chunk) ||
		timesRe.test(chunk)
	);
}

const alphabetRe =
	/\\?(?:math(?:bb|cal|bf|rm|it|sf|frak|scr|tt)|operatorname|boldsymbol|bm(?=\{))|\\(?:left|right|text)/g;
const spellings: readonly (readonly [RegExp, string])[] = [
	[/[−‐‑–]/g, '-'],
	[/[∗]/g, '*'],
	[/[⋅∙]/g, '·'],
	[/\\cdot/g, '·'],
	[/(\d)\s*(?:\\?times|x)$/i, '$1×'],
	[/\\times/g, '×'],
];

/** One form for all spellings of a symbol: `O(n²)`, `O(n^{2})` and `mathcal{O}(n^2)` are `o(n^2)`. */
export function foldSymbol(chunk: string): string {
	let text = expandScripts(chunk.replace(alphabetRe, '')).normalize('NFKC');
	for (const [spelling, plain] of spellings) text = text.replace(spelling, plain);
	return text.replace(/[\s\\{}$]/g, '').toLowerCase();
}

// `long-context`, `github.com`; not `3.5` or `don’t`
const wordBreakRe = /[^\p{L}\p{N}\p{M}.,'’]+|[.,](?!\p{N})|(?<!\p{N})[.,]/u;
// `LMUFormer` is `LMU` and `Former` too
const humpRe = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** A word as it is compared: no case, no accents, no punctuation: `Poincaré` is `poincare`, `GPT-4` is `gpt4`. */
export function foldWord(word: string): string {
	return word
		.normalize('NFD')
		.replace(/[^\p{L}\p{N}]/gu, '')
		.toLowerCase();
}

/** The words a compound is made of: `long-context` is `long` and `context`. */
export function partsOf(chunk: string): string[] {
	return chunk
		.normalize('NFC')
		.split(wordBreakRe)
		.map(foldWord)
		.filter((part) => part !== '');
}

/** Every word by which a chunk can be found: its parts, its humps, and all in one where a part alone says little (`GPT-4`). */
export function wordsOf(chunk: string): string[] {
	const parts = partsOf(chunk);
	const humps = chunk.split(wordBreakRe).flatMap((part) => part.split(humpRe).map(foldWord));
	const whole = foldWord(chunk);
	const needsWhole =
		!addressRe.test(chunk) && parts.some((part) => part.length < 2 || /\p{N}/u.test(part));
	const long = humps.filter((hump) => hump.length > 2);
	const words = [...parts, ...long, ...(needsWhole ? [whole] : [])];
	return [...new Set(words)].filter((word) => word.length > 1 && word.length <= 35);
}

/** What a word is the plural of, if it is one: `transformers` of `transformer`. The index takes both for one. */
export function singularOf(word: string): string | undefined {
	return word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : undefined;
}

const endingRe = /(?:ing|ed|e?s|ly|er|ation|ions?|e|ies|y|al|ive|ity)$/;

/** A word without its ending, so that `transforming` and `transforms` are one. */
export function stemOf(word: string): string {
	let stem = word;
	for (let before = ''; before !== stem && stem.length > 5;) {
		before = stem;
		const shorter = stem.replace(endingRe, '');
		if (shorter.length >= 4) stem = shorter;
	}
	return stem;
}

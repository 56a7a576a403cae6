import { expandScripts } from '../../text/raised-and-lowered.ts';
import { isAddress } from './chunks.ts';

// `15×`, `C++`, `n²`, `R^d`, `pass@k`: a sign that a word does not have, or a letter of formulas
const signRe =
	/[+*^×÷=|\\#@&°∞√∑∏∫∂∇±·∘⊤′→←∈∉⊂∪∩∀∃{}∗−]|[\u{1D400}-\u{1D7FF}\u2070-\u209C²³¹ᵃ-ᶿⁿ]/u;
// `ℝ`
const doubleStruckRe = /[ℂℍℕℙℚℝℤℓℒℱℋℬℰ]/u;
// `O(n)`, `f(x)`; not `model(s)`
const callRe = /^\p{L}{1,2}\(/u;
// `x_0`; not `mtc_new`
const subscriptRe = /^\p{L}_/u;
// `15times`, as the feed wrote `15×`
const timesRe = /^\d[\d.,]*(?:times|x)$/i;
const symbolRes = [signRe, doubleStruckRe, callRe, subscriptRe, timesRe];
// Most chunks, and none of them a symbol: `attention`, `k`, `2025`
const plainRe = /^(?:[A-Za-z]+|\d+)$/;
// What is longer is a whole derivation or a line of code, which nobody types but in words.
const longestSymbol = 40;

/** Whether a chunk is a formula or has a sign in its name: nothing that a search for words could find. */
export function isSymbol(chunk: string): boolean {
	if (plainRe.test(chunk) || chunk.length > longestSymbol) return false;
	return !isAddress(chunk) && symbolRes.some((pattern) => pattern.test(chunk));
}

// `mathcal` of `mathcal{O}`, `\left`
const alphabetRe =
	/\\?(?:math(?:bb|cal|bf|rm|it|sf|frak|scr|tt)|operatorname|boldsymbol|bm(?=\{))|\\(?:left|right|text)/g;
// What TeX adds to a formula: `{`, `}`, `$`
const markupRe = /[\s\\{}$]/g;
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
	return text.replace(markupRe, '').toLowerCase();
}

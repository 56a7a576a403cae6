/**
 * A text with the quotation marks, apostrophes and primes of a printed page: `"don't"` as `“don’t”`, `5'` as
 * `5′`. One character stands in the place of one, so every place in the text stays what it is. What has no
 * partner, and what looks like code, stays straight.
 */
export function typographicQuotes(text: string): string {
	if (!straightRe.test(text)) return text;
	const characters = text.split('');
	const open: Opened[] = [];
	for (const at of quotesIn(text)) {
		const before = text.charAt(at - 1);
		const after = text.charAt(at + 1);
		const quote = { mark: text[at] as Mark, at, before, after };
		const sign = quote.mark === "'" ? signOfSingle(text, quote, open) : undefined;
		if (sign !== undefined) characters[at] = sign;
		else if (isClosing(text, quote, open)) close(characters, quote, open);
		else if (isOpening(quote)) open.push(quote);
		else characters[at] = signBehind(text, quote);
	}
	return characters.join('');
}

type Mark = '"' | "'";

interface Quote {
	readonly mark: Mark;
	readonly at: number;
	/** The characters beside it; empty at the ends of the text. */
	readonly before: string;
	readonly after: string;
}

type Opened = Pick<Quote, 'mark' | 'at'>;

const straightRe = /['"]/;
const quoteRe = /(?<!\\)['"]/g;
// `$x'$`, `print("a")`, `['_n', 'ort']`, `{"a": 1}`, `<a href="…">`, `class="x"`, `` `it's` ``, `''`
const codeRe =
	/\$[^$\s][^$]{0,60}\$|\w\(['"][^)]*\)|[[{]['"][^\]}]*[\]}]|<[a-z/][^<>]*>|=(?:"[^"]*"|'[^']*')|`[^`']{1,80}`|''|""/gi;
const wordRe = /[\p{L}\p{N}\p{M}]/u;
const digitRe = /\p{Nd}/u;
// What a quotation may begin behind: `("`, `–"`
const leadRe = /^[\s([{“‘"'\-–—/]?$/;
const spaceRe = /^\s?$/;

/** Where straight quotation marks stand, but for code. */
function quotesIn(text: string): number[] {
	const code = Array.from(text.matchAll(codeRe), ({ 0: found, index }) => ({
		start: index,
		end: index + found.length,
	}));
	return Array.from(text.matchAll(quoteRe), ({ index }) => index).filter(
		(at) => !code.some(({ start, end }) => start <= at && at < end),
	);
}

const apostrophe = '’';
// `'90s`, `'24`; not `'24'`
const yearRe = /^'\d\ds?(?![\p{L}\p{N}'])/u;
// `'s` of `Apple Inc.'s`
const possessiveRe = /^'s(?![\p{L}\p{N}'])/u;
// `'n'` of `rock 'n' roll`
const andRe = /^'n'(?=\s)/i;
const shortenedRe = /^'(?:em|tis|twas|til|till|cause|bout|round|n)(?![\p{L}\p{N}'])/iu;

/** What a single mark is where it is no quotation mark: `don't`, `AIME'24`, `'90s`, `5'11`. */
function signOfSingle(
	text: string,
	{ at, before, after }: Quote,
	open: readonly Opened[],
): string | undefined {
	if (wordRe.test(before) && wordRe.test(after))
		return digitRe.test(before) && digitRe.test(after) ? '′' : apostrophe;
	if (andRe.test(text.slice(at - 2, at + 2)) && open.every(({ mark }) => mark !== "'"))
		return apostrophe;
	const rest = text.slice(at, at + 8);
	if (!spaceRe.test(before) && possessiveRe.test(rest)) return apostrophe;
	const isShortened = [yearRe, andRe, shortenedRe].some((pattern) => pattern.test(rest));
	return leadRe.test(before) && isShortened ? apostrophe : undefined;
}

// Quotations are short; what is further away is no partner.
const longest = { '"': 400, "'": 160 } as const;

function isClosing(text: string, quote: Quote, open: readonly Opened[]): boolean {
	const { mark, at, before, after } = quote;
	const opened = open.findLast((other) => other.mark === mark);
	if (!opened || at - opened.at > longest[mark] || spaceRe.test(before)) return false;
	if (leadRe.test(before) && wordRe.test(after)) return false;
	return mark === '"' || !isPlural(text, quote);
}

// `models' outputs' ` of `'the models' outputs' `
const pluralRe = /^s' \p{L}[^'"]*[\p{L}\p{N}.,!?)]'(?![\p{L}\p{N}])/u;

/** Whether a mark within a quotation is that of a genitive, for another one is there to end it. */
function isPlural(text: string, { at, before }: Quote): boolean {
	return before === 's' && pluralRe.test(text.slice(at - 1, at + longest["'"]));
}

/** End a quotation; what was opened within it and not closed stays straight. */
function close(characters: string[], { mark, at }: Quote, open: Opened[]): void {
	let opened = open.pop()!;
	while (opened.mark !== mark) opened = open.pop()!;
	characters[opened.at] = mark === '"' ? '“' : '‘';
	characters[at] = mark === '"' ? '”' : apostrophe;
}

function isOpening({ before, after }: Quote): boolean {
	return leadRe.test(before) && !spaceRe.test(after);
}

// `x` of `f(x')`, not `s` of `models'`
const letterRe = /(?<![\p{L}\p{N}])\p{L}$/u;

/** What a mark behind a word is: minutes and inches, `x'`, the genitive of `models'`; or itself. */
function signBehind(text: string, { mark, at, before }: Quote): string {
	if (digitRe.test(before)) return mark === '"' ? '″' : '′';
	if (mark === '"' || !wordRe.test(before)) return mark;
	return letterRe.test(text.slice(Math.max(0, at - 2), at)) ? '′' : apostrophe;
}

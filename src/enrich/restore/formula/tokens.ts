/** What is known of runs of letters. */
export interface Words {
	/** Whether letters are a word of English. */
	readonly isWord: (letters: string) => boolean;
	/** Whether a formula neither begins with letters nor is in them: `the`, `model`, `DeepSeek`. */
	readonly isPlain: (letters: string) => boolean;
}

/** What a formula is read from. */
export interface Context extends Words {
	readonly text: string;
	/** The offset beyond which nothing is read. */
	readonly limit: number;
}

/** A stretch of the text. */
export interface Token {
	readonly text: string;
	readonly end: number;
}

export const digitRe = /\d/;
export const letterRe = /[A-Za-z]/;

const runRe = /[A-Za-z]+/y;
// `1.5`, `30,000`, `14{,}056`
const numberRe = /\d{1,3}(?:(?:,|\{,\})\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/y;
// `τ`, a letter that came as itself; a Greek word has more of them
const greekRe = /(?<![Ͱ-Ͽ])[Α-Ωα-ωϑϕϖϱϵ](?![Ͱ-Ͽ])/y;
// `x_train`, `Sen2_MTC_Old`: names of programs and data sets; not `CO_2`
const identifierRe = /(?![A-Za-z]*[A-Z]1?_[a-z\d](?![A-Za-z\d_]))[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+/y;

/** What a sticky expression matches at a place. */
export function tokenAt({ text, limit }: Context, re: RegExp, at: number): Token | undefined {
	if (at >= limit) return undefined;
	re.lastIndex = at;
	const token = re.exec(text)?.[0];
	return token === undefined ? undefined : { text: token, end: at + token.length };
}

/** The run of letters at a place: `nlog` of `nlog n`. */
export function lettersAt(context: Context, at: number): Token | undefined {
	return tokenAt(context, runRe, at);
}

/** The number at a place, with its thousands and its decimals: `30,000`. */
export function numberAt(context: Context, at: number): Token | undefined {
	return tokenAt(context, numberRe, at);
}

/** The Greek letter at a place: `τ`. */
export function greekLetterAt(context: Context, at: number): Token | undefined {
	return tokenAt(context, greekRe, at);
}

/** The run with underscores at a place: `x_train`. */
export function identifierAt(context: Context, at: number): Token | undefined {
	return tokenAt(context, identifierRe, at);
}

/** Where the word ends that stands at a place: a run of letters, a number or an identifier. */
export function endOfWord(context: Context, at: number): number {
	const word = identifierAt(context, at) ?? lettersAt(context, at) ?? numberAt(context, at);
	return word?.end ?? at + 1;
}

/** The space at a place, or nothing. */
export function spaceAt({ text, limit }: Context, at: number): '' | ' ' {
	return at < limit && text[at] === ' ' ? ' ' : '';
}

/** Whether the run of letters at a place is one letter. */
export function isSingleLetter(context: Context, at: number): boolean {
	return lettersAt(context, at)?.text.length === 1;
}

/** Behind the bracket that closes the one at a place. */
export function endOfBrackets({ text, limit }: Context, at: number): number | undefined {
	let depth = 0;
	for (let place = at; place < limit; place++) {
		const character = text[place]!;
		if ('([{'.includes(character)) depth++;
		else if (')]}'.includes(character) && --depth <= 0) return place + 1;
	}
	return undefined;
}

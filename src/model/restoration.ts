/** What a change of the text mends, in words that a reader gets. The names are permanent: corrections and reports use them. */
export const restorationRules = {
	formula: { kind: 'math', explanation: 'a formula whose dollars and backslashes were dropped' },
	symbol: { kind: 'math', explanation: 'a Greek letter or sign whose backslash was dropped' },
	'delimited-formula': { kind: 'math', explanation: 'a formula still in its TeX delimiters' },
	multiplier: { kind: 'times', explanation: 'a multiplication sign left as “times”' },
	escape: { kind: 'escape', explanation: 'a character still escaped for TeX' },
	command: { kind: 'escape', explanation: 'a TeX command for a character' },
	accent: { kind: 'accent', explanation: 'an accented letter written in TeX' },
	macro: { kind: 'other', explanation: 'the authors’ own TeX command for a name' },
	price: { kind: 'other', explanation: 'a price whose dollar sign was dropped' },
	'character-code': { kind: 'other', explanation: 'the number of a character in place of it' },
	quotes: { kind: 'quotes', explanation: 'TeX quotation marks' },
	dash: { kind: 'dash', explanation: 'a TeX dash' },
	tie: { kind: 'space', explanation: 'a TeX space that does not break' },
	'glued-sentence': { kind: 'space', explanation: 'a space missing between sentences' },
	emphasis: { kind: 'markup', explanation: 'emphasis left as markup' },
	strong: { kind: 'markup', explanation: 'strong emphasis left as markup' },
	braces: { kind: 'markup', explanation: 'braces left of a TeX command' },
	address: { kind: 'link', explanation: 'an address' },
	'linked-words': { kind: 'link', explanation: 'an address and its words, run together' },
	correction: { kind: 'other', explanation: 'corrected by hand' },
} as const satisfies Record<string, RestorationRule>;

interface RestorationRule {
	readonly kind: RestorationKind;
	readonly explanation: string;
}

/** What sort of thing is restored. */
export type RestorationKind =
	| 'math'
	| 'times'
	| 'escape'
	| 'accent'
	| 'quotes'
	| 'markup'
	| 'link'
	| 'dash'
	| 'space'
	| 'other';

/** Permanent name of a rule of the restorer. */
export type RestorationRuleName = keyof typeof restorationRules;

/** A stretch of the text as received that is shown otherwise. */
export interface RestoredSpan {
	/** UTF-16 offsets into the text as received. */
	readonly start: number;
	readonly end: number;
	readonly rule: RestorationRuleName;
	/** What is set in its place, as plain text. */
	readonly text: string;
	/** What is typeset in its place. */
	readonly tex?: string;
	/** Where it leads. */
	readonly href?: string;
}

/** A word of English, in lower case. */
export type Lexicon = ReadonlySet<string>;

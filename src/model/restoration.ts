/** What a change of the text mends. The names are permanent: corrections and reports use them. */
export const restorationRules = {
	formula: { kind: 'math' },
	symbol: { kind: 'math' },
	'delimited-formula': { kind: 'math' },
	multiplier: { kind: 'times' },
	escape: { kind: 'escape' },
	command: { kind: 'escape' },
	accent: { kind: 'accent' },
	macro: { kind: 'other' },
	price: { kind: 'other' },
	'character-code': { kind: 'other' },
	quotes: { kind: 'quotes' },
	dash: { kind: 'dash' },
	tie: { kind: 'space' },
	'glued-sentence': { kind: 'space' },
	emphasis: { kind: 'markup' },
	strong: { kind: 'markup' },
	braces: { kind: 'markup' },
	address: { kind: 'link' },
	'linked-words': { kind: 'link' },
	correction: { kind: 'other' },
} as const satisfies Record<string, RestorationRule>;

interface RestorationRule {
	readonly kind: RestorationKind;
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

/** Knows the words of English, in lower case. */
export type Lexicon = Pick<ReadonlySet<string>, 'has'>;

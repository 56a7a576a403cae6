import type { Word } from './split-words.ts';

/** What a word has to do with a “we propose” before it. */
export interface Proposal {
	/** Next to it, in the noun that it proposes, or behind that. */
	readonly reach: 'direct' | 'noun' | 'far';
	/** Whether it is the first of the text. */
	readonly isFirst: boolean;
}

const verbs: ReadonlySet<string> = new Set(
	'propose proposes proposed introduce introduces introduced present presents presented develop develops developed design designs designed release releases construct constructs build builds create creates describe describes implement unveil unveils contribute contributes devise launch launches curate establish formulate open-source'.split(
		' ',
	),
);
const participles: ReadonlySet<string> = new Set('introducing proposing presenting'.split(' '));
const proposing: ReadonlySet<string> = new Set([...verbs, ...participles]);
// Half of all words are shorter, and are not looked for.
const shortest = Math.min(...Array.from(proposing, ({ length }) => length));
const subjects: ReadonlySet<string> = new Set(
	'we paper work study article report research project authors'.split(' '),
);
const mostAdverbs = 3;
// What ends the noun that is proposed.
const boundaries: ReadonlySet<string> = new Set(
	'that which by for to in on with using where whose from as via through of at consisting leveraging capable aimed designed combining between across among and'.split(
		' ',
	),
);
const nearest = 2;
const endingGapRe = /[.;:]/;

/** The proposal in whose reach each word stands, by the word's index. */
export function proposalsIn(words: readonly Word[]): (Proposal | undefined)[] {
	const reached: (Proposal | undefined)[] = words.map(() => undefined);
	let isFirst = true;
	for (let at = 0; at < words.length; at++) {
		if (words[at]!.sentence === 0 || !isProposing(words, at)) continue;
		at = reachOf(words, at, isFirst, reached) - 1;
		isFirst = false;
	}
	return reached;
}

/** Mark what a proposal reaches, and give where that ends. */
function reachOf(
	words: readonly Word[],
	verb: number,
	isFirst: boolean,
	reached: (Proposal | undefined)[],
): number {
	const noun: Proposal = { reach: 'noun', isFirst };
	const far: Proposal = { reach: 'far', isFirst };
	const direct: Proposal = { reach: 'direct', isFirst };
	let isWithin = true;
	let at = verb + 1;
	for (; at < words.length && words[at]!.gap !== '' && !isProposing(words, at); at++) {
		isWithin &&= !(boundaries.has(words[at]!.text) || endingGapRe.test(words[at]!.gap));
		reached[at] = !isWithin ? far : at - verb <= nearest ? direct : noun;
	}
	return at;
}

function isProposing(words: readonly Word[], at: number): boolean {
	const { text, gap } = words[at]!;
	if (text.length < shortest || !proposing.has(text) || gap === '') return false;
	const before = words[at - 1]!.text;
	if (participles.has(text)) return gap === ' ' && before === 'by';
	if (before === 'to') return false;
	return before === 'and' || before === 'also' || hasSubject(words, at);
}

/** `we then`, `this paper also`, before a verb */
function hasSubject(words: readonly Word[], verb: number): boolean {
	for (let at = verb - 1; at >= Math.max(0, verb - mostAdverbs - 1); at--) {
		const { text, gap, shape } = words[at]!;
		if (subjects.has(text.toLowerCase())) return true;
		if (gap === '' || (at < verb - 1 && !shape.isLower)) return false;
	}
	return false;
}

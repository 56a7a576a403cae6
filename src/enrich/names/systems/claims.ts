import { phraseOf, type Explanation } from './explanations.ts';
import { isApposedToKind } from './kinds-before.ts';
import type { NameSpan } from './name-spans.ts';
import { proposalsIn, type Proposal } from './proposals.ts';
import type { Word } from './split-words.ts';

/** Ways in which a paper says that a name is that of what it makes. */
export const ways = [
	'head',
	'headBegins',
	'headEnds',
	'tail',
	'inTitle',
	'proposed',
	'proposedNoun',
	'proposedFar',
	'firstProposed',
	'named',
	'namedProposed',
	'explainedProposed',
	'ours',
	'novel',
	'report',
	'phrase',
	'meaningInTitle',
	'address',
	'apposed',
	'whole',
] as const;

export type Way = (typeof ways)[number];

/** The bit of each way, so that those of a name are one number. */
export const wayBit = Object.fromEntries(ways.map((way, index) => [way, 1 << index])) as Readonly<
	Record<Way, number>
>;

/** What a text proposes and where, for all its spans. */
export interface ClaimReader {
	readonly waysOf: (span: NameSpan, meaning: Explanation | undefined) => number;
}

// `we call it Hydra`, `a method called Hydra`
const namingWords: ReadonlySet<string> = new Set(
	'called named dubbed termed namely coined call name term dub'.split(' '),
);
const ownWords: ReadonlySet<string> = new Set('our proposed'.split(' '));
const thingWords: ReadonlySet<string> = new Set(
	'model models method approach framework system benchmark dataset algorithm library toolkit pipeline agent architecture it this the a an our resulting'.split(
		' ',
	),
);
const newWords: ReadonlySet<string> = new Set(
	'novel new first simple unified comprehensive large-scale'.split(' '),
);
const articleRe = /^(?:an?|the)$/;
// `The Hydra: …`
const leadingRe = /^(?:The|A|An|Introducing)$/;
const longestKind = 4;
const tailWords: ReadonlySet<string> = new Set(
	'with via by in using through of and from'.split(' '),
);

/** Read how a text speaks of what it makes. */
export function claimReader(words: readonly Word[]): ClaimReader {
	const proposals = proposalsIn(words);
	const titleEnd = titleLength(words);
	const title = phraseOf(words, 0, titleEnd - 1);
	const colon = headLength(words, titleEnd);
	return {
		waysOf: (span, meaning) =>
			span.isCompound
				? 0
				: inTitle(words, span, colon, titleEnd) |
					proposedWays(proposals[span.from], proposals[meaning?.from ?? -1]) |
					(meaning && title.includes(phraseOf(words, meaning.from, meaning.to))
						? wayBit.meaningInTitle
						: 0) |
					saidWays(
						words,
						meaning && meaning.from < span.from ? meaning.from : span.from,
						span.to,
						proposals[span.from],
					),
	};
}

/** How many words the title has. */
export function titleLength(words: readonly Word[]): number {
	const end = words.findIndex(({ sentence }) => sentence > 0);
	return end === -1 ? words.length : end;
}

/** How many words a title has before its colon; -1 without one. */
export function headLength(words: readonly Word[], titleEnd: number): number {
	return words.findIndex(({ gap }, index) => index < titleEnd && gap.includes(':'));
}

function inTitle(
	words: readonly Word[],
	{ from, to }: NameSpan,
	colon: number,
	end: number,
): number {
	if (from >= end) return 0;
	const isBeginning = from === 0 || (from === 1 && leadingRe.test(words[0]!.text));
	if (isBeginning) return atBeginning(words, to, colon, end);
	if (to === colon - 1) return wayBit.headEnds;
	return isTail(words, from, to, end) ? wayBit.tail : wayBit.inTitle;
}

function atBeginning(words: readonly Word[], to: number, colon: number, end: number): number {
	if (to === colon - 1) return wayBit.head;
	if (to < colon) return wayBit.headBegins;
	if (words[to + 1]?.text === 'Technical') return wayBit.head | wayBit.report;
	return to === end - 1 ? wayBit.whole : wayBit.inTitle;
}

/** `… with AlphaCode` */
function isTail(words: readonly Word[], from: number, to: number, end: number): boolean {
	return to === end - 1 && from > 0 && tailWords.has(words[from - 1]!.text.toLowerCase());
}

function proposedWays(own: Proposal | undefined, meaning: Proposal | undefined): number {
	const way =
		own === undefined
			? 0
			: { direct: wayBit.proposed, noun: wayBit.proposedNoun, far: wayBit.proposedFar }[
					own.reach
				];
	const explained =
		meaning !== undefined && meaning.reach !== 'far' ? wayBit.explainedProposed : 0;
	const first = (own ?? meaning)?.isFirst === true ? wayBit.firstProposed : 0;
	return way | explained | first;
}

function saidWays(
	words: readonly Word[],
	from: number,
	to: number,
	proposal: Proposal | undefined,
): number {
	const isNamed = leadsBackTo(words, from, namingWords) || isNamedAs(words, from);
	return (
		(isNamed ? wayBit.named | (proposal ? wayBit.namedProposed : 0) : 0) |
		(leadsBackTo(words, from, ownWords) ? wayBit.ours : 0) |
		(isCalledNew(words, to) ? wayBit.novel : 0) |
		(isApposedToKind(words, from) ? wayBit.apposed : 0)
	);
}

// `referred to as Hydra`
const asRe =
	/(?:^| )(?:abbreviated|coined|denoted|dubbed|named|termed|refer(?:red)? to|refer to (?:it|this|them)) as$/;

function isNamedAs(words: readonly Word[], from: number): boolean {
	return (
		wordBefore(words, from) === 'as' &&
		asRe.test(phraseOf(words, Math.max(0, from - 4), from - 1))
	);
}

/** Whether one of some words stands before a name, with nothing between but what kind of thing it is. */
function leadsBackTo(words: readonly Word[], from: number, wanted: ReadonlySet<string>): boolean {
	for (let at = from; at > from - longestKind; at--) {
		const before = wordBefore(words, at);
		if (wanted.has(before)) return true;
		if (!thingWords.has(before)) return false;
	}
	return false;
}

function wordBefore(words: readonly Word[], at: number): string {
	const word = words[at];
	return word && word.gap !== '' && /^[ ,:]*["“(]?$/.test(word.gap)
		? words[at - 1]!.text.toLowerCase()
		: '';
}

/** `Hydra, a novel framework`, `Hydra is the first` */
function isCalledNew(words: readonly Word[], to: number): boolean {
	const next = words[to + 1];
	if (!next || next.gap === '') return false;
	const isApposed = next.gap.endsWith(', ');
	if (!isApposed && next.text !== 'is') return false;
	const [article, adjective] = isApposed ? [next, words[to + 2]] : [words[to + 2], words[to + 3]];
	return adjective?.gap === ' ' && articleRe.test(article!.text) && newWords.has(adjective.text);
}

import type { Lexicon } from '../../../model/restoration.ts';
import type { NameSpan } from './name-spans.ts';
import type { Word } from './split-words.ts';

/** What the words around a name may say of it. */
export const contexts = [
	'on',
	'such',
	'than',
	'using',
	'benchmark',
	'model',
	'method',
	'task',
	'measure',
	'noun',
	'nouns',
	'verb',
	'are',
	'list',
	'apposed',
	'possessive',
	'article',
	'owned',
	'compound',
	'plural',
	'middle',
	'title',
	'named',
	'proposed',
	'ours',
	'explained',
	'explainedPlain',
	'explainedPlural',
	'explainedDoing',
] as const;

export type NameContext = (typeof contexts)[number];

/** The bit of each context, so that those of a name are one number. */
export const bitOf = Object.fromEntries(
	contexts.map((context, index) => [context, 1 << index]),
) as Readonly<Record<NameContext, number>>;

function wordMap(groups: Partial<Record<NameContext, string>>): ReadonlyMap<string, number> {
	return new Map(
		Object.entries(groups).flatMap(([context, list]) =>
			list.split(' ').map((word) => [word, bitOf[context as NameContext]] as const),
		),
	);
}

const before = wordMap({
	list: 'and or',
	on: 'on over across',
	such: 'like including',
	than: 'than outperform outperforms outperforming outperformed surpass surpasses surpassing exceed exceeds exceeding match matches matching against rivals beats beating versus vs',
	using: 'using with via into upon adopt adopting employing apply applying use uses leverage leveraging',
	article: 'a an',
	named: 'called named dubbed termed namely coined call name term dub',
	proposed:
		'propose proposes introduce introduces present presents develop develops release releases construct constructs build design unveil contribute',
	ours: 'our',
	benchmark: 'benchmark benchmarks dataset datasets corpus',
	task: 'task tasks problem',
	measure: 'metric metrics',
	model: 'model models backbone',
	method: 'method framework algorithm approach system library toolkit pipeline optimizer platform simulator',
});
const after = wordMap({
	list: 'and or',
	benchmark:
		'benchmark benchmarks dataset datasets corpus corpora suite leaderboard testbed test set sets split splits validation',
	model: 'model models backbone backbones checkpoint checkpoints family series baseline baselines variant variants',
	method: 'algorithm optimizer framework method library toolkit system platform pipeline simulator engine objective loss adapter adapters',
	task: 'task tasks problem problems setting settings paradigm challenge challenges competition license exam',
	measure:
		'score scores metric metrics accuracy rate rates error errors value values index level levels',
	are: 'are have were do',
	verb: 'achieves outperforms is has was demonstrates uses consists enables introduces leverages shows improves provides employs surpasses reduces integrates performs reaches sets attains establishes delivers offers generates learns maintains supports yields exhibits contains features comprises covers includes combines adopts incorporates addresses requires operates treats trains scores ranks does can significantly consistently substantially first further effectively',
});
// Lower-case words behind a name that are no noun of which it says the kind.
const looseWords: ReadonlySet<string> = new Set(
	'a an and are as at be both but by does during due each even for from given has have here how in into is it its itself like not of on only or our over than that the their then these they this through to under until up upon via was we were when where whereas which while who with within without yet also achieved achieving across after against alone because before between compared consistently further significantly since will would could may might should must still such using based'.split(
		' ',
	),
);
const beyondArticles = bitOf.on | bitOf.proposed | bitOf.using | bitOf.than;
const kinds = bitOf.task | bitOf.measure | bitOf.benchmark | bitOf.model | bitOf.method;
const longestApposition = 6;
const nounRe = /^\p{Ll}{3,}$/u;
const listGapRe = /^, $/;

/** The contexts in which a span stands, as bits. */
export function contextsOf(words: readonly Word[], span: NameSpan, lexicon: Lexicon): number {
	const first = words[span.from]!;
	const last = words[span.to]!;
	const place =
		(first.sentence === 0 ? bitOf.title : 0) |
		(first.sentence > 0 && !first.isFirst ? bitOf.middle : 0) |
		(span.isCompound ? bitOf.compound : 0);
	if (span.isCompound) return place | (articleBefore(words, span.from) ? bitOf.article : 0);
	return (
		place |
		(last.isPossessive ? bitOf.possessive : 0) |
		beforeOf(words, span.from) |
		(last.isPossessive ? 0 : afterOf(words, span.to, lexicon))
	);
}

function articleBefore(words: readonly Word[], from: number): boolean {
	return words[from]!.gap === ' ' && /^an?$/i.test(words[from - 1]!.text);
}

function beforeOf(words: readonly Word[], from: number): number {
	const { gap } = words[from]!;
	if (gap === '') return 0;
	const near = words[from - 1]!;
	if (gap !== ' ') return listGapRe.test(gap) ? bitOf.list : 0;
	if (near.isPossessive) return bitOf.owned;
	const word = near.text.toLowerCase();
	const farther = near.gap === ' ' ? words[from - 2]!.text.toLowerCase() : '';
	if (word === 'as') return farther === 'such' ? bitOf.such : 0;
	const bits = before.get(word) ?? 0;
	// `on the COCO`, `we introduce our Hydra`
	return word === 'the' || word === 'our'
		? bits | ((before.get(farther) ?? 0) & beyondArticles)
		: bits;
}

function afterOf(words: readonly Word[], to: number, lexicon: Lexicon): number {
	const next = words[to + 1];
	if (!next || next.gap === '') return 0;
	const word = next.text;
	if (next.gap === ', ')
		return /^(?:an?|the|which|our)$/.test(word)
			? bitOf.apposed | appositionBits(words, to + 2)
			: bitOf.list;
	if (next.gap !== ' ') return 0;
	return after.get(word) ?? nounBits(word, lexicon);
}

/** `…, a novel task that` */
function appositionBits(words: readonly Word[], from: number): number {
	const nouns = words
		.slice(from, from + longestApposition)
		.map(({ text }) => (after.get(text) ?? 0) & kinds);
	return nouns.find((bits) => bits !== 0) ?? 0;
}

function nounBits(word: string, lexicon: Lexicon): number {
	if (!nounRe.test(word) || looseWords.has(word) || !lexicon.has(word)) return 0;
	return word.endsWith('s') && !word.endsWith('ss') ? bitOf.nouns : bitOf.noun;
}

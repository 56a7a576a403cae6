import { increment, mostFrequent, totalOf, type Tally } from '../names/tally.ts';
import type { FoundTopic, FoundTopics } from './found-topics.ts';
import { nounRuns, type NounRun } from './noun-runs.ts';
import type { TopicPaper } from './topic-papers.ts';

/** A phrase that may be a topic, with what is counted of it. */
interface Phrase {
	readonly key: string;
	readonly inTitle: Set<TopicPaper>;
	readonly inAbstract: Set<TopicPaper>;
	readonly forms: Tally;
	/** The words right before it and behind it; the empty one where nothing is. */
	readonly before: Tally;
	readonly behind: Tally;
	times: number;
}

const fewestPapers = 3;
// Of the papers that have a topic’s phrase, every seventh has it in its title; of those with `natural language`, every twentieth.
const leastTitled = 1 / 7;
// Who has a topic in the title speaks of it; a `technical report` only is one.
const leastSpoken = 1 / 2;
// Words that belong together, 1 being those that only stand together (normalised pointwise mutual information, Bouma 2009).
const leastAssociation = 0.2;
// `vision-language` mostly has `models` behind it; a topic ends what it stands in, and no word is always beside it.
const leastEnding = 2 / 5;
const mostBefore = 1 / 2;
const mostBehind = 1 / 3;
// A part that has so many of its papers in the whole says no more than that.
const mostInWhole = 3 / 4;

/**
 * Phrases that may be topics, those of most papers first. Titles say them, and texts that have them in
 * the title speak of them; their words belong together, and the words around them vary.
 */
export function proposeTopics(papers: readonly TopicPaper[]): FoundTopics {
	const phrases = titlePhrases(papers);
	const words: Tally = new Map();
	for (const paper of papers) {
		for (const run of nounRuns(paper.title)) countRun(run, paper, 'inTitle', phrases, words);
		for (const run of nounRuns(paper.abstract))
			countRun(run, paper, 'inAbstract', phrases, words);
	}
	const total = totalOf(words);
	const telling = [...phrases.values()].filter(
		(phrase) => isTelling(phrase) && association(phrase, words, total) >= leastAssociation,
	);
	const order = new Map(papers.map((paper, index) => [paper, index]));
	const topics = withoutRepeats(telling)
		.map((phrase): FoundTopic => ({
			key: phrase.key,
			name: displayName(phrase.forms),
			formerKeys: [],
			papers: [...papersOf(phrase)].toSorted((a, b) => order.get(a)! - order.get(b)!),
			isProposed: true,
		}))
		.toSorted((a, b) => b.papers.length - a.papers.length || (a.key < b.key ? -1 : 1));
	const holders = topics.flatMap(({ key, papers }) => papers.map(({ id }) => ({ id, key })));
	const keysOf = Map.groupBy(holders, ({ id }) => id);
	return {
		topics,
		keysOf: new Map(Array.from(keysOf, ([id, found]) => [id, found.map(({ key }) => key)])),
	};
}

/** The phrases of two titles or more. Others are not counted, which keeps them few. */
function titlePhrases(papers: readonly TopicPaper[]): Map<string, Phrase> {
	const titles: Tally = new Map();
	for (const { title } of papers) {
		const keys = [...nounRuns(title)].flatMap(({ windows }) => windows.map(({ key }) => key));
		for (const key of new Set(keys)) increment(titles, key);
	}
	const shared = [...titles].filter(([, count]) => count > 1);
	return new Map(
		shared.map(([key]): [string, Phrase] => [
			key,
			{
				key,
				inTitle: new Set(),
				inAbstract: new Set(),
				forms: new Map(),
				before: new Map(),
				behind: new Map(),
				times: 0,
			},
		]),
	);
}

function countRun(
	{ stems, windows }: NounRun,
	paper: TopicPaper,
	place: 'inTitle' | 'inAbstract',
	phrases: ReadonlyMap<string, Phrase>,
	words: Tally,
): void {
	for (const stem of stems) increment(words, stem);
	for (const { key, text, before, behind } of windows) {
		const phrase = phrases.get(key);
		if (!phrase) continue;
		phrase.times++;
		phrase[place].add(paper);
		increment(phrase.forms, text);
		increment(phrase.before, before);
		increment(phrase.behind, behind);
	}
}

function isTelling(phrase: Phrase): boolean {
	const { inTitle, inAbstract, before, behind, times } = phrase;
	const all = papersOf(phrase).size;
	const spoken = [...inTitle].filter((paper) => inAbstract.has(paper)).length;
	return (
		all >= fewestPapers &&
		inTitle.size >= all * leastTitled &&
		spoken >= inTitle.size * leastSpoken &&
		(behind.get('') ?? 0) >= times * leastEnding &&
		mostFrequentBeside(before) <= times * mostBefore &&
		mostFrequentBeside(behind) <= times * mostBehind
	);
}

/** How often the word stands there that does so most. */
function mostFrequentBeside(words: Tally): number {
	const counts = [...words].map(([word, count]) => (word === '' ? 0 : count));
	return counts.reduce((most, count) => Math.max(most, count), 0);
}

function association({ key, times }: Phrase, words: Tally, total: number): number {
	const parts = key.split(' ');
	const apart = parts.reduce((product, word) => product * (words.get(word)! / total), 1);
	const together = times / total;
	return Math.log(together / apart) / (-Math.log(together) * (parts.length - 1));
}

/** Of phrases within one another, those that say it: `video generation` of `video generation models`. */
function withoutRepeats(phrases: readonly Phrase[]): Phrase[] {
	const byKey = new Map(phrases.map((phrase) => [phrase.key, phrase]));
	const repeats = new Set<string>();
	for (const phrase of phrases) {
		for (const part of partsOf(phrase.key)) {
			const shorter = byKey.get(part);
			if (!shorter) continue;
			if (papersOf(phrase).size >= papersOf(shorter).size * mostInWhole) repeats.add(part);
			else if (phrase.key.startsWith(`${part} `)) repeats.add(phrase.key);
		}
	}
	return phrases.filter(({ key }) => !repeats.has(key));
}

/** All shorter phrases within a phrase. */
function partsOf(key: string): string[] {
	const stems = key.split(' ');
	return stems.flatMap((_, start) =>
		stems
			.map((_, index) => stems.slice(start, index + 1).join(' '))
			.filter((part) => part.includes(' ') && part !== key),
	);
}

function papersOf({ inTitle, inAbstract }: Phrase): Set<TopicPaper> {
	return new Set([...inTitle, ...inAbstract]);
}

// `Video`, `Text-to-Image`; not `LLM`, `LoRA`
const capitalRe = /\b\p{Lu}(?=\p{Ll}*(?:[ -]|$))/gu;

/** The most frequent form, in lower case but for abbreviations. */
function displayName(forms: Tally): string {
	const plain: Tally = new Map();
	for (const [form, count] of forms) {
		const name = form.replace(capitalRe, (letter) => letter.toLowerCase());
		plain.set(name, (plain.get(name) ?? 0) + count);
	}
	return mostFrequent(plain)!;
}

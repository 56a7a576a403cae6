import type { PaperId } from '../../model/id.ts';
import { phraseKey, singularAbbreviation } from '../../text/words.ts';
import { explainedAbbreviations } from './abbreviations.ts';
import { phrases } from './phrases.ts';
import { increment, mostFrequent, totalOf, type Tally } from './tally.ts';

/** What a person decided of topics, by folded phrase. */
export interface FoldedDecisions {
	/** Names to show. */
	readonly names: ReadonlyMap<string, string>;
	/** Phrases that are another's topic. */
	readonly merged: ReadonlyMap<string, string>;
	/** Phrases that are no topic. */
	readonly forbidden: ReadonlySet<string>;
}

/** What several papers speak of. */
export interface FoundTopic {
	/** The same for all forms of the phrase. */
	readonly key: string;
	readonly name: string;
	/** In the order of the archive. */
	readonly papers: readonly PaperId[];
}

// A topic exists from three papers on.
const fewestPapers = 3;
// What more than every eighth paper speaks of tells nothing of any.
const mostShare = 1 / 8;
// `speculative` is nearly always of `decoding`: how much more often words stand together than by chance, of the most that is possible.
const leastAssociation = 0.33;

interface TopicPaper {
	readonly id: PaperId;
	readonly title: string;
	readonly abstract: string;
}

/** A phrase that may be a topic. */
interface Counted {
	readonly key: string;
	readonly forms: Tally;
	readonly papers: Set<PaperId>;
}

/** What is counted over all papers. */
interface Counts {
	readonly phrases: Map<string, Counted>;
	readonly words: Tally;
}

/** Find the phrases that papers share: at least three papers, forms merged, what is part of a longer topic left out. */
export function findTopics(
	papers: readonly TopicPaper[],
	decisions: FoldedDecisions,
): FoundTopic[] {
	const { names, forbidden } = decisions;
	const { phrases, words } = countPhrases(papers, decisions);
	const limit = Math.max(fewestPapers, papers.length * mostShare);
	const total = totalOf(words);
	const isTelling = (phrase: Counted): boolean =>
		phrase.papers.size <= limit && association(phrase, words, total) >= leastAssociation;
	const candidates = [...phrases.values()].filter(
		(phrase) =>
			!forbidden.has(phrase.key) &&
			phrase.papers.size >= fewestPapers &&
			(names.has(phrase.key) || isTelling(phrase)),
	);
	const order = new Map(papers.map(({ id }, index) => [id, index]));
	return withoutParts(candidates, names).map(({ key, forms, papers: holders }) => ({
		key,
		name: names.get(key) ?? displayName(forms),
		papers: [...holders].toSorted((a, b) => order.get(a)! - order.get(b)!),
	}));
}

function countPhrases(papers: readonly TopicPaper[], decisions: FoldedDecisions): Counts {
	const counts: Counts = { phrases: new Map(), words: new Map() };
	const compounds = papers.flatMap((paper) => countPaper(paper, decisions, counts));
	for (const { key, paper } of compounds) counts.phrases.get(key)?.papers.add(paper);
	addAbbreviations(papers, counts.phrases, decisions.merged);
	return counts;
}

/** Count a paper, and give its words with a hyphen, which are phrases only if others write them apart. */
function countPaper(
	{ id, title, abstract }: TopicPaper,
	{ names, merged }: FoldedDecisions,
	{ phrases: counted, words }: Counts,
): { readonly key: string; readonly paper: PaperId }[] {
	const text = `${title}. ${abstract}`;
	const found = [...phrases(text)].map((phrase) => ({
		...phrase,
		key: merged.get(phrase.key) ?? phrase.key,
	}));
	for (const phrase of found)
		if (!phrase.isCompound) increment(countIn(counted, phrase.key, id).forms, phrase.text);
	const stems = stemsOf(text);
	// What a person named is one wherever it stands, of one word too, or of words that part others.
	for (const key of names.keys()) if (stems.includes(` ${key} `)) countIn(counted, key, id);
	for (const word of stems.split(/[ |]+/)) if (word !== '') increment(words, word);
	return found.filter(({ isCompound }) => isCompound).map(({ key }) => ({ key, paper: id }));
}

function countIn(counted: Map<string, Counted>, key: string, paper: PaperId): Counted {
	const entry = counted.get(key) ?? { key, forms: new Map(), papers: new Set() };
	counted.set(key, entry);
	entry.papers.add(paper);
	return entry;
}

/** The stems of a text's words between spaces, with `|` where punctuation parts them. */
function stemsOf(text: string): string {
	const plain = text.replace(/[^A-Za-z0-9\s’'-]+/g, ' | ').replace(/[^A-Za-z0-9\s|-]/g, ' ');
	return ` ${phraseKey(plain)} `;
}

// `MoEs`, `KV`, `SSM`
const abbreviationRe = /\b[A-Z][A-Za-z]*[A-Z]s?\b/g;
// What one paper alone abbreviates so may stand for something else in the others.
const fewestExplanations = 2;

/** Count a paper for a phrase also where it only has the abbreviation that the others explain. */
function addAbbreviations(
	papers: readonly TopicPaper[],
	counted: ReadonlyMap<string, Counted>,
	merged: FoldedDecisions['merged'],
): void {
	const phraseOf = explainedPhrases(papers, merged);
	for (const { id, title, abstract } of papers) {
		for (const [word] of `${title} ${abstract}`.matchAll(abbreviationRe)) {
			const key = phraseOf.get(singularAbbreviation(word));
			if (key !== undefined) counted.get(key)?.papers.add(id);
		}
	}
}

/** The phrase that each abbreviation most often stands for. */
function explainedPhrases(
	papers: readonly TopicPaper[],
	merged: FoldedDecisions['merged'],
): Map<string, string> {
	const meanings = new Map<string, Tally>();
	for (const { abstract } of papers) {
		for (const { short, words } of explainedAbbreviations(abstract)) {
			const own = phraseKey(words);
			const tally: Tally = meanings.get(short) ?? new Map();
			meanings.set(short, tally);
			increment(tally, merged.get(own) ?? own);
		}
	}
	return new Map(
		[...meanings].flatMap(([short, tally]) => {
			const key = mostFrequent(tally)!;
			return tally.get(key)! >= fewestExplanations ? [[short, key] as const] : [];
		}),
	);
}

/**
 * Normalised pointwise mutual information of a phrase's words, over all words of the archive: 1 where
 * they only stand together, 0 where by chance (Bouma 2009).
 */
function association({ key, forms }: Counted, words: Tally, total: number): number {
	const parts = key.split(' ');
	const times = totalOf(forms);
	const joint = times / total;
	const apart = parts.reduce(
		(product, word) => product * ((words.get(word) ?? times) / total),
		1,
	);
	return Math.log(joint / apart) / (-Math.log(joint) * (parts.length - 1));
}

/** A phrase that nearly always stands in a longer one says less than that; one that often stands alone says more. */
function withoutParts(
	candidates: readonly Counted[],
	names: ReadonlyMap<string, string>,
): Counted[] {
	const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
	const dropped = new Set<string>();
	for (const { key, papers } of candidates) {
		for (const part of partsOf(key)) {
			const shorter = byKey.get(part);
			if (!shorter || dropped.has(key)) continue;
			// Three quarters of the papers that have the part have the whole.
			const isPart = papers.size * 4 >= shorter.papers.size * 3;
			const loser = isPart ? part : key;
			if (!names.has(loser)) dropped.add(loser);
		}
	}
	return candidates.filter(({ key }) => !dropped.has(key));
}

/** All shorter phrases within a phrase. */
function partsOf(key: string): string[] {
	const words = key.split(' ');
	const parts: string[] = [];
	for (let length = words.length - 1; length >= 2; length--) {
		for (let start = 0; start + length <= words.length; start++) {
			parts.push(words.slice(start, start + length).join(' '));
		}
	}
	return parts;
}

/** The most frequent form, in lower case unless it mostly has capitals of its own. */
function displayName(forms: Tally): string {
	const plain: Tally = new Map();
	for (const [form, count] of forms) {
		const shown = form
			.split(' ')
			.map((word) =>
				/^[A-Z][a-z]*(?:-[A-Z]?[a-z]+)*$/.test(word) ? word.toLowerCase() : word,
			)
			.join(' ');
		plain.set(shown, (plain.get(shown) ?? 0) + count);
	}
	return mostFrequent(plain)!;
}

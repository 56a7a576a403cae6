import type { PaperId } from '../../model/id.ts';
import type { Lexicon } from '../../model/restoration.ts';
import { sentences } from '../../text/sentences.ts';
import { nameKey } from '../../text/words.ts';
import { wellKnownNames } from './generic-names.ts';
import { introducedSystem } from './introduced-system.ts';
import { isCoined, withoutSize } from './is-coined.ts';
import { increment, mostFrequent, totalOf, type Tally } from './tally.ts';

/** A paper's text, as it is shown. */
export interface PaperText {
	readonly id: PaperId;
	readonly title: string;
	readonly abstract: string;
}

/** A named system, and where papers speak of it. */
export interface FoundSystem {
	/** The same for all forms of the name: `llama2` for `LLaMA-2` and `Llama 2`. */
	readonly key: string;
	readonly name: string;
	readonly aliases: readonly string[];
	/** The paper that introduces it. Two systems of one name have two papers. */
	readonly introducedBy: PaperId | undefined;
	/** Every paper that mentions it, in the order of the archive, with the sentences that do. */
	readonly mentions: ReadonlyMap<PaperId, readonly string[]>;
}

// A name that no paper of the archive introduces has a page from this many papers on.
const fewestMentions = 3;
const mostQuotes = 3;
// So many systems of one name are compared; the archive's papers rarely share one by twos.
const mostNamesakes = 8;

// A run that may be a name: `LLaMA-2`, `GSM++`, `kMaX-DeepLab`, `T5`
const wordRe = /[A-Za-z][A-Za-z0-9²³₀-₉]*(?:[-/.][A-Za-z0-9]+)*\+{0,2}/g;
// What a camel-cased or numbered name has and an acronym has not: `LLaMA`, `GPT-4`, `ImageNet`
// From a digit backwards: from each capital onwards, a run of capitals would take the square of its length.
const distinctRe = /[a-z][A-Z]|[A-Z]{2}[a-z]|(?<=[A-Z][A-Za-z]*)-?\d/;
// `7B`, `FP16`, `x2`, `Top-1`: sizes, formats and measures
const measureRe =
	/^(?:\d|(?:FP|BF|INT|TF|Top|Pass|Rank|Level|Stage|Step|Part|Section|Table|Figure|COVID|Web|Industry|SARS|H|L|K|V|Q|R|F|X|Y|Z|A|B)-?\d|[A-Z]\d+[A-Z]\d+$)/;

/** Find the named systems of an archive: those that its papers introduce, and those that several mention. */
export function findSystems(papers: readonly PaperText[], lexicon: Lexicon): FoundSystem[] {
	const own = new Map(
		papers.map((paper) => [paper.id, introducedSystem(paper.title, paper.abstract, lexicon)]),
	);
	const drafts = new Map<string, Draft[]>();
	for (const { id } of papers) {
		const system = own.get(id);
		if (!system) continue;
		const key = nameKey(system.name);
		drafts.set(key, [
			...(drafts.get(key) ?? []),
			{ key, ...system, introducedBy: id, mentions: new Map([[id, []]]) },
		]);
	}
	for (const [key, name] of frequentNames(papers)) {
		if (!drafts.has(key))
			drafts.set(key, [
				{ key, name, aliases: [], introducedBy: undefined, mentions: new Map() },
			]);
	}
	const lookup = nameLookup([...drafts.values()].flat(), lexicon);
	const wordsOf = wordSets(papers);
	for (const paper of papers)
		collectMentions(
			paper,
			lookup,
			own.get(paper.id) && nameKey(own.get(paper.id)!.name),
			wordsOf,
		);
	return [...drafts.values()]
		.flat()
		.filter(
			({ introducedBy, mentions }) =>
				introducedBy !== undefined || mentions.size >= fewestMentions,
		);
}

interface Draft extends FoundSystem {
	readonly mentions: Map<PaperId, string[]>;
}

/** Coined names that several papers use and none introduces, each in its most frequent form. */
function frequentNames(papers: readonly PaperText[]): Map<string, string> {
	const forms = new Map<string, Tally>();
	for (const { title, abstract } of papers) {
		const words = Array.from(`${title}. ${abstract}`.matchAll(wordRe), ([word]) =>
			withoutSize(word),
		);
		for (const word of new Set(words)) {
			if (!isFrequentName(word)) continue;
			const key = nameKey(word);
			const tally: Tally = forms.get(key) ?? new Map();
			forms.set(key, tally);
			increment(tally, word);
		}
	}
	return new Map(
		[...forms]
			.filter(([, tally]) => totalOf(tally) >= fewestMentions)
			.map(([key, tally]) => [key, mostFrequent(tally)!]),
	);
}

function isFrequentName(word: string): boolean {
	return (
		wellKnownNames.has(word) ||
		(distinctRe.test(word) && !measureRe.test(word) && isCoined(word))
	);
}

interface Form {
	readonly words: readonly string[];
	readonly systems: readonly Draft[];
	/** As written, where it could be words of English, `Mamba` or `BASED`: then only so, and not where a sentence begins. */
	readonly exact: readonly string[] | undefined;
}

/** The forms of all names by the key of their first word. */
function nameLookup(systems: readonly Draft[], lexicon: Lexicon): Map<string, Form[]> {
	const lookup = new Map<string, Form[]>();
	const byForm = Map.groupBy(
		systems.flatMap((system) =>
			[system.name, ...system.aliases.filter(isUsableAlias)].map((form) => ({
				form,
				system,
			})),
		),
		({ form }) => formWords(form).map(nameKey).join(' '),
	);
	for (const group of byForm.values()) {
		const words = formWords(group[0]!.form);
		const isPlain = words.every(
			(word) => /^[A-Z]?[a-z]+$/.test(word) || lexicon.has(word.toLowerCase()),
		);
		const form = {
			words: words.map(nameKey),
			systems: [...new Set(group.map(({ system }) => system))],
			exact: isPlain ? words : undefined,
		};
		const first = form.words[0]!;
		lookup.set(first, [...(lookup.get(first) ?? []), form]);
	}
	for (const forms of lookup.values()) forms.sort((a, b) => b.words.length - a.words.length);
	return lookup;
}

/** An alias that is a phrase of common words would be found everywhere. */
function isUsableAlias(alias: string): boolean {
	return /[A-Z]{2}|[a-z][A-Z]|\d/.test(alias);
}

function formWords(name: string): string[] {
	return name.split(' ');
}

function collectMentions(
	{ id, title, abstract }: PaperText,
	lookup: ReadonlyMap<string, readonly Form[]>,
	ownKey: string | undefined,
	wordsOf: (id: PaperId) => ReadonlySet<string>,
): void {
	for (const sentence of [title, ...sentences(abstract)]) {
		const words = [...sentence.matchAll(wordRe)];
		const found = new Set<Draft>();
		for (let at = 0; at < words.length; at++) {
			const form = formAt(words, at, lookup, ownKey);
			if (!form) continue;
			found.add(chooseSystem(form.systems, id, wordsOf));
			at += form.words.length - 1;
		}
		for (const { mentions } of found) {
			const quotes = mentions.get(id) ?? [];
			if (sentence !== title && quotes.length < mostQuotes) quotes.push(sentence);
			mentions.set(id, quotes);
		}
	}
}

function formAt(
	words: readonly RegExpExecArray[],
	at: number,
	lookup: ReadonlyMap<string, readonly Form[]>,
	ownKey: string | undefined,
): Form | undefined {
	const [first] = words[at]!;
	return lookup.get(nameKey(first))?.find(({ words: form, exact, systems }) => {
		if (!form.every((word, offset) => nameKey(words[at + offset]?.[0] ?? '') === word))
			return false;
		if (!exact) return /[A-Z0-9]/.test(first);
		const isOwn = systems.some(({ key }) => key === ownKey);
		const isExact = exact.every((word, offset) => words[at + offset]![0] === word);
		const isMarked = /[A-Z]{2}/.test(exact[0]!);
		return isExact && (isOwn || isMarked || words[at]!.index > 0);
	});
}

/** Of several systems of one name, the paper's own, or that of the paper with which it shares most words. */
function chooseSystem(
	systems: readonly Draft[],
	id: PaperId,
	wordsOf: (id: PaperId) => ReadonlySet<string>,
): Draft {
	if (systems.length === 1) return systems[0]!;
	const own = systems.find(({ introducedBy }) => introducedBy === id);
	if (own) return own;
	const words = wordsOf(id);
	const shared = ({ introducedBy }: Draft): number =>
		introducedBy === undefined
			? 0
			: [...wordsOf(introducedBy)].filter((word) => words.has(word)).length;
	const counts = systems
		.slice(0, mostNamesakes)
		.map((system) => [system, shared(system)] as const);
	return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** The words of each paper's abstract, made when they are asked for. */
function wordSets(papers: readonly PaperText[]): (id: PaperId) => ReadonlySet<string> {
	const abstracts = new Map(papers.map(({ id, abstract }) => [id, abstract]));
	const sets = new Map<PaperId, ReadonlySet<string>>();
	return (id) => {
		let words = sets.get(id);
		if (!words) {
			words = new Set(
				abstracts
					.get(id)!
					.toLowerCase()
					.match(/[a-z]{4,}/g) ?? [],
			);
			sets.set(id, words);
		}
		return words;
	};
}

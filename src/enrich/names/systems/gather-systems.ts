import type { PaperId } from '../../../model/id.ts';
import { nameKey } from '../../../text/words.ts';
import { increment, mostFrequent, type Tally } from '../tally.ts';
import { namesakeChooser } from './choose-namesake.ts';
import { familyOf, type KnownNames } from './families.ts';
import type { IntroducedName } from './introduced-names.ts';
import type { NameLists } from './name-lists.ts';
import { otherSpellings, spellingOf, type SpeltName } from './other-spellings.ts';
import type { QuotedName, QuotedNames } from './quoted-names.ts';

/** A paper's text, as it is shown. */
export interface PaperText {
	readonly id: PaperId;
	/** From which the archive has it. */
	readonly firstSeen: string;
	readonly title: string;
	readonly abstract: string;
}

/** The named systems of an archive, and what each paper names. */
export interface FoundSystems {
	readonly systems: readonly FoundSystem[];
	readonly papers: ReadonlyMap<PaperId, NamedPaper>;
}

/** A named system with all its variants, and where papers speak of it. */
export interface FoundSystem {
	/** The same for all forms of the name: `llama2` for `LLaMA-2` and `Llama 2 7B`. */
	readonly key: string;
	readonly name: string;
	/** Other forms, as written. */
	readonly aliases: readonly string[];
	/** The paper that introduces it. Two systems of one name have two papers. */
	readonly introducedBy: PaperId | undefined;
	/** Every paper that mentions it, in the order of the archive, with the sentences that do. */
	readonly mentions: ReadonlyMap<PaperId, readonly string[]>;
	/** Whether it may be given an address. */
	readonly isSure: boolean;
	/** Whether papers introduce others of its name beside one that none introduces: CoCo beside COCO. */
	readonly isShared: boolean;
}

/** What a paper names. */
export interface NamedPaper {
	/** The name of what it introduces. */
	readonly system: string | undefined;
	/** As the paper writes them, its own name first. */
	readonly names: readonly WrittenName[];
}

/** A name as a paper writes it, and the system that it is of. */
export interface WrittenName {
	readonly name: string;
	readonly system: FoundSystem;
}

/** A paper with what it names. */
export interface NamingPaper extends PaperText, QuotedNames {}

const mostQuotes = 3;
const mostAliases = 8;

/** Gather the names of papers into systems: one for each family of names, and for each paper that introduces one. */
export function gatherSystems(papers: readonly NamingPaper[], lists: NameLists): FoundSystems {
	const read = placedNames(papers, families(papers, lists));
	const drafts = new Map<string, Draft[]>();
	const chooseNamesake = namesakeChooser(papers);
	for (const { paper, key, own } of read.flat())
		if (own && !introducedIn(drafts.get(key), paper)) add(drafts, key, paper, own.certainty);
	const others = otherSpellings(read.flat());
	const draftOf = ({ paper, key, spelling, own }: PlacedName): Draft => {
		if (others.has(`${key} ${spelling}`)) return commonDraft(drafts, key);
		const alike = drafts.get(key) ?? [add(drafts, key, undefined, 0)];
		return (own && introducedIn(alike, paper)) ?? chooseNamesake(alike, paper);
	};
	const named = papers.map((paper, index) => {
		const names = read[index]!.map((name) => {
			const draft = draftOf(name);
			increment(draft.families, nameKey(name.family) === name.key ? name.family : name.name);
			mention(draft, paper, name);
			return { name: name.name, draft };
		});
		return { id: paper.id, system: paper.owns[0]?.name, names };
	});
	const systems = new Map(
		[...drafts.values()].flatMap((alike) =>
			alike.map((draft) => [draft, systemOf(draft, alike, lists)] as const),
		),
	);
	return {
		systems: [...systems.values()],
		papers: new Map(
			named.map(({ id, system, names }) => [
				id,
				{
					system,
					names: names.map(({ name, draft }) => ({ name, system: systems.get(draft)! })),
				},
			]),
		),
	};
}

/** A name of a paper, by what it is compared with those of others. */
interface PlacedName extends Written, SpeltName {
	readonly family: string;
}

function placedNames(
	papers: readonly NamingPaper[],
	familyOfName: (name: string) => string,
): PlacedName[][] {
	return papers.map((paper) =>
		writtenNames(paper).map((written) => {
			const { name, own } = written;
			const family = familyOfName(name);
			const key = own?.key ?? nameKey(family);
			const spelling = spellingOf(name, family, key);
			return { ...written, paper: paper.id, family, key, spelling, isOwn: own !== undefined };
		}),
	);
}

/** What a name means that is spelt otherwise than what any paper introduces; it comes before these. */
function commonDraft(drafts: Map<string, Draft[]>, key: string): Draft {
	const [first] = drafts.get(key)!;
	if (first?.introducedBy === undefined) return first!;
	const common = add(drafts, key, undefined, 0);
	drafts.set(key, [common, ...drafts.get(key)!.filter((draft) => draft !== common)]);
	return common;
}

function introducedIn(drafts: readonly Draft[] | undefined, id: PaperId): Draft | undefined {
	return drafts?.find(({ introducedBy }) => introducedBy === id);
}

interface Draft {
	readonly key: string;
	readonly introducedBy: PaperId | undefined;
	readonly introduction: number;
	readonly families: Tally;
	readonly forms: Tally;
	readonly meanings: Set<string>;
	readonly mentions: Map<PaperId, string[]>;
	certainty: number;
}

function add(
	drafts: Map<string, Draft[]>,
	key: string,
	introducedBy: PaperId | undefined,
	introduction: number,
): Draft {
	const draft: Draft = {
		key,
		introducedBy,
		introduction,
		families: new Map(),
		forms: new Map(),
		meanings: new Set(),
		mentions: new Map(),
		certainty: 0,
	};
	const alike = drafts.get(key);
	if (alike) alike.push(draft);
	else drafts.set(key, [draft]);
	return draft;
}

/** The family of each name, by what all papers name and introduce. */
function families(papers: readonly NamingPaper[], lists: NameLists): (name: string) => string {
	const named = new Set(papers.flatMap(({ names }) => names.map(({ name }) => name)));
	const introduced = new Set(papers.flatMap(({ owns }) => owns.map(({ name }) => name)));
	const known: KnownNames = {
		isName: (name) => named.has(name) || introduced.has(name) || lists.isListed(name),
		isOwnThing: (name) => introduced.has(name) || lists.isListed(name),
		isRefused: lists.isRefused,
	};
	const found = new Map<string, string>();
	return (name) => {
		let family = found.get(name);
		if (family !== undefined) return family;
		family = familyOf(name, known);
		family = lists.nameOf(family) ?? family;
		found.set(name, family);
		return family;
	};
}

interface Written extends QuotedName {
	/** What the paper introduces by this name. */
	readonly own?: IntroducedName;
}

/** The names of a paper, each once, its own first. */
function writtenNames({ owns, names }: QuotedNames): Written[] {
	const ownKeys = new Set(owns.map(({ name }) => nameKey(name)));
	const others = names.filter(({ name }) => !ownKeys.has(nameKey(name)));
	return [...owns.map((own): Written => ({ ...own, own })), ...others];
}

function mention(
	draft: Draft,
	{ id, abstract }: NamingPaper,
	{ name, sentences, certainty, own }: Written,
): void {
	increment(draft.forms, name);
	if (draft.introducedBy === id && own?.meaning !== undefined) draft.meanings.add(own.meaning);
	const quotes = draft.mentions.get(id) ?? [];
	if (!draft.mentions.has(id)) draft.certainty += certainty;
	draft.mentions.set(id, quotes);
	for (let at = 0; at < sentences.length; at += 2) {
		const quote = abstract.slice(sentences[at], sentences[at + 1]);
		if (quotes.length < mostQuotes && !quotes.includes(quote)) quotes.push(quote);
	}
}

// What is introduced with less is not sure enough for an address.
const sureIntroduction = 0.6;
// What several papers name, with less on average, is not either.
const sureMention = 0.85;
const fewestMentions = 2;

function systemOf(draft: Draft, alike: readonly Draft[], lists: NameLists): FoundSystem {
	const { key, introducedBy, introduction, families, forms, meanings, mentions, certainty } =
		draft;
	const name = mostFrequent(families)!;
	const others = [...forms].toSorted(([, a], [, b]) => b - a).map(([form]) => form);
	const isNamed =
		mentions.size >= fewestMentions &&
		(lists.isListed(name) || certainty / mentions.size >= sureMention);
	return {
		key,
		name,
		aliases: [...new Set([...meanings, ...others])]
			.filter((form) => form !== name)
			.slice(0, mostAliases),
		introducedBy,
		mentions,
		isSure: isNamed || introduction >= sureIntroduction,
		isShared: alike.length > 1 && alike[0]!.introducedBy === undefined,
	};
}

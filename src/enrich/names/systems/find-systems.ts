import { keepNothing, type Keep } from '../../../model/keep.ts';
import type { NameLine, SystemDecisions } from '../../../model/names.ts';
import type { Lexicon } from '../../../model/restoration.ts';
import { nameKey } from '../../../text/words.ts';
import { gatherSystems, type FoundSystems, type PaperText } from './gather-systems.ts';
import { letterReader } from './form-odds.ts';
import { claimOdds } from './introduced-names.ts';
import { nameJudge } from './judge-names.ts';
import { logOdds } from './linear-model.ts';
import { saidFeatures } from './mentioned-names.ts';
import { nameLists, type NameLists } from './name-lists.ts';
import { beginTally } from './name-tally.ts';
import { nameWeights } from './name-weights.ts';
import { quotedNames, type QuotedNames } from './quoted-names.ts';
import { formsAndPhrases, readNames } from './read-names.ts';

/** A system that has an address. */
export type AddressedSystem = Pick<NameLine, 'key' | 'paper'>;

/** What is known before the papers are read. */
export interface SystemKnowledge {
	readonly lexicon: Lexicon;
	/** Gives what was found before. */
	readonly keep?: Keep | undefined;
	readonly decisions: SystemDecisions;
}

/** Finds the named systems of an archive by those that have an address, each with the paper that introduces it. */
export interface SystemFinder {
	readonly find: (addressed: readonly AddressedSystem[]) => FoundSystems;
	/** What papers name, which is kept for a run that knows of the same addresses. */
	readonly judge: (addressed: readonly AddressedSystem[]) => readonly QuotedNames[];
}

/**
 * Find the named systems of an archive. Each text is read by itself, what all say is counted, and
 * each name of each paper is judged by both: all this once, whatever has an address.
 */
export function systemFinder(
	papers: readonly PaperText[],
	{ lexicon, keep = keepNothing, decisions }: SystemKnowledge,
): SystemFinder {
	const lists = nameLists(decisions, lexicon);
	const all = papers.flatMap(({ id, firstSeen, title, abstract }) => [
		id,
		firstSeen,
		title,
		abstract,
	]);
	let known: Judge | undefined;
	const judge = (addressed: readonly AddressedSystem[]) =>
		keep('judged', [JSON.stringify([decisions, addressed]), ...all], () => {
			known ??= openJudge(papers, { lexicon, keep, decisions }, lists);
			return known(addressed);
		})!;
	return {
		judge,
		find(addressed) {
			const judged = judge(addressed);
			const naming = papers.map((paper, index) => ({ ...paper, ...judged[index]! }));
			return gatherSystems(naming, lists);
		},
	};
}

type Judge = SystemFinder['judge'];

/** Read and count what all papers say. */
function openJudge(
	papers: readonly PaperText[],
	{ lexicon, keep = keepNothing, decisions }: SystemKnowledge,
	lists: NameLists,
): Judge {
	const readLetters = letterReader(lists, lexicon, nameWeights);
	// What a person decided of names wherever they stand.
	const listed = JSON.stringify([[...decisions.names], decisions.not]);
	const { tally, add } = beginTally();
	const read = papers.map((paper) => {
		const { id, title, abstract } = paper;
		const said = keep('names', [title, abstract], () => readPaper(paper, lexicon))!;
		const readOdds = () => readLetters(formsAndPhrases(said.text));
		add(said.text);
		// They are counted now, and would take a quarter of the memory that is held for names.
		const { lower: _, ...text } = said.text;
		return {
			...paper,
			...said,
			text,
			letters: keep('odds', [listed, title, abstract], readOdds)!,
			decided: decisions.introduced[id],
		};
	});
	const judge = nameJudge(read, { tally, lists }, nameWeights);
	return (addressed) => {
		const keys = new Set(addressed.map(({ key }) => key));
		const held = Map.groupBy(addressed, ({ paper }) => paper);
		return judge({
			hasAddress: (form) => keys.has(nameKey(form)),
			heldBy: (index) => held.get(read[index]!.id)?.map(({ key }) => key) ?? [],
		}).map((names, index) => quotedNames(read[index]!.text, names));
	};
}

/** What a paper says without any other. */
function readPaper({ title, abstract }: PaperText, lexicon: Lexicon) {
	const text = readNames(title, abstract, lexicon);
	return {
		text,
		claims: claimOdds(text, nameWeights.introduced),
		said: text.forms.map((form) => logOdds(saidFeatures(form), nameWeights.mentioned)),
	};
}

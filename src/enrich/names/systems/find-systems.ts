import { keepNothing, type Keep } from '../../../model/keep.ts';
import type { NameLine, SystemDecisions } from '../../../model/names.ts';
import type { Lexicon } from '../../../model/restoration.ts';
import { gatherSystems, type FoundSystems, type PaperText } from './gather-systems.ts';
import { letterReader } from './form-odds.ts';
import { claimOdds } from './introduced-names.ts';
import { judgeNames } from './judge-names.ts';
import { logOdds } from './linear-model.ts';
import { saidFeatures } from './mentioned-names.ts';
import { nameLists } from './name-lists.ts';
import { tallyNames } from './name-tally.ts';
import { nameWeights } from './name-weights.ts';
import { formsAndPhrases, readNames } from './read-names.ts';

/** A system that has an address. */
export type AddressedSystem = Pick<NameLine, 'key' | 'paper'>;

/** What is known before the papers are read. */
export interface SystemKnowledge {
	readonly lexicon: Lexicon;
	/** Gives what was read of a text before. */
	readonly keep?: Keep | undefined;
	readonly decisions: SystemDecisions;
	/** The systems that have an address, by key, each with the paper that introduces it. */
	readonly addressed: readonly AddressedSystem[];
}

/**
 * Find the named systems of an archive. Each text is read by itself, what all say is counted, and
 * each name of each paper is judged by both.
 */
export function findSystems(
	papers: readonly PaperText[],
	{ lexicon, keep = keepNothing, decisions, addressed }: SystemKnowledge,
): FoundSystems {
	const lists = nameLists(decisions, lexicon, new Set(addressed.map(({ key }) => key)));
	const held = Map.groupBy(addressed, ({ paper }) => paper);
	const readLetters = letterReader(lists, lexicon, nameWeights);
	// What a person decided of names wherever they stand.
	const listed = JSON.stringify([[...decisions.names], decisions.not]);
	const read = papers.map((paper) => {
		const { id, title, abstract } = paper;
		const said = keep('names', [title, abstract], () => readPaper(paper, lexicon))!;
		const readOdds = () => readLetters(formsAndPhrases(said.text));
		return {
			...paper,
			...said,
			letters: keep('odds', [listed, title, abstract], readOdds)!,
			decided: decisions.introduced[id],
			held: held.get(id)?.map(({ key }) => key),
		};
	});
	const tally = tallyNames(read.map(({ text }) => text));
	const judged = judgeNames(read, { tally, lists }, nameWeights);
	return gatherSystems(
		read.map((paper, index) => ({ ...paper, ...judged[index]! })),
		lists,
	);
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

import { nameKey } from '../../../text/words.ts';
import { increment, type Tally } from '../tally.ts';
import { chooseForms, leastCertainKnown, type JudgedForm } from './choose-forms.ts';
import { earlierPapers, type DatedNames } from './earlier-papers.ts';
import { withHeldNames } from './held-names.ts';
import { formReader, type LetterOdds, type NameWeights } from './form-odds.ts';
import { introducedName, type ClaimOdds, type IntroducedName } from './introduced-names.ts';
import { logOdds, probability } from './linear-model.ts';
import { heardFeatures, mostHeard } from './mentioned-names.ts';
import type { NameLists } from './name-lists.ts';
import type { NameTally } from './name-tally.ts';
import { formsAndPhrases } from './read-names.ts';

/** The names of a paper. */
export interface PaperNames {
	/** What it introduces, where that is likely enough to say; the first is what the paper is known by. */
	readonly owns: readonly IntroducedName[];
	/** What it names, its own name among it, as written. */
	readonly names: readonly JudgedForm[];
}

/** A paper as it was read, and what a person says that it introduces; the empty name is nothing. */
export interface ReadPaper extends DatedNames {
	readonly claims: ClaimOdds;
	/** What it says by its text alone for each of its forms as a name, in log-odds. */
	readonly said: readonly number[];
	/** What the letters of its forms and phrases say for each. */
	readonly letters: LetterOdds;
	readonly decided?: string | undefined;
}

/** What is known of all papers. */
export interface ArchiveEvidence {
	readonly tally: NameTally;
	readonly lists: NameLists;
}

/** Which names have an address. */
export interface NameAddresses extends Pick<NameLists, 'hasAddress'> {
	/** The keys of those for which a paper was given one, by its place among all. */
	readonly heldBy: (index: number) => readonly string[];
}

/** Judges what each paper introduces and names by all papers of the archive, and by what has an address. */
export function nameJudge(
	papers: readonly ReadPaper[],
	{ tally, lists }: ArchiveEvidence,
	weights: NameWeights,
): (addresses: NameAddresses) => PaperNames[] {
	const odds = formReader(tally, weights);
	const likely = likelyOwns(papers, odds, weights);
	const known = new Map<string, JudgedForm[][]>();
	return ({ hasAddress, heldBy }) => {
		const addressed = { ...lists, hasAddress };
		const allOwns = papers.map((paper, index) =>
			ownsOf(paper, likely[index], heldBy(index), addressed),
		);
		// Whatever is given an address, papers mostly introduce what they did.
		const key = JSON.stringify(allOwns.map((owns) => owns.map(withoutKey)));
		const judged = known.get(key) ?? judgeForms(papers, allOwns, { odds, lists, weights });
		known.set(key, judged);
		return allOwns.map((owns, index) => ({
			owns,
			names: chooseForms(judged[index]!, owns, addressed),
		}));
	};
}

/** What a paper introduces: what a person said, or what it was given an address for, and what is likeliest. */
function ownsOf(
	{ text, decided }: ReadPaper,
	likely: IntroducedName | undefined,
	held: readonly string[],
	lists: NameLists,
): IntroducedName[] {
	if (decided === undefined) return withHeldNames(likely, text, held, lists);
	return decided === '' ? [] : [{ name: decided, certainty: 1 }];
}

function withoutKey({ name, meaning, certainty }: IntroducedName): IntroducedName {
	return { name, meaning, certainty };
}

/** How certain it is of the forms of each paper that they are names, as far as there is hope. */
function judgeForms(
	papers: readonly ReadPaper[],
	allOwns: readonly (readonly IntroducedName[])[],
	{ odds, lists, weights }: Evidence,
): JudgedForm[][] {
	const introducers: Tally = new Map();
	for (const { name } of allOwns.flat()) increment(introducers, nameKey(name));
	const most = mostHeard(weights.mentioned);
	return papers.map(({ text, said, letters }, index) => {
		const owns = allOwns[index]!;
		const ownKeys = new Set(owns.map(({ name }) => nameKey(name)));
		const introducedElsewhere = (key: string) =>
			(introducers.get(key) ?? 0) - (ownKeys.has(key) ? 1 : 0);
		const evidence = { own: owns[0], introducedElsewhere, lists };
		const judged: JudgedForm[] = [];
		for (const [at, form] of text.forms.entries()) {
			const ofText = odds(form.form, letters, at).mentioned + said[at]!;
			const isHopeless = probability(ofText + most) < leastCertainKnown;
			if (isHopeless && !ownKeys.has(nameKey(form.form))) continue;
			const heard = heardFeatures(form, evidence);
			judged.push({
				form,
				certainty: probability(ofText + logOdds(heard, weights.mentioned)),
			});
		}
		return judged;
	});
}

interface Evidence extends Pick<ArchiveEvidence, 'lists'> {
	readonly odds: ReturnType<typeof formReader>;
	readonly weights: NameWeights;
}

/** What each paper is likeliest to introduce. */
function likelyOwns(
	papers: readonly ReadPaper[],
	odds: ReturnType<typeof formReader>,
	weights: NameWeights,
): (IntroducedName | undefined)[] {
	const earlier = earlierPapers(papers);
	return papers.map(({ text, claims, letters, firstSeen }) => {
		const all = formsAndPhrases(text);
		const formOdds = (at: number) => odds(all[at]!.form, letters, at).introduced;
		const evidence = { formOdds, earlier: (form: string) => earlier(form, firstSeen) };
		return introducedName(all, claims, evidence, weights.introduced);
	});
}

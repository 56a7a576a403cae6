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
	readonly claims: readonly ClaimOdds[];
	/** What it says by its text alone for each of its forms as a name, in log-odds. */
	readonly said: readonly number[];
	/** What the letters of its forms and phrases say for each. */
	readonly letters: LetterOdds;
	readonly decided?: string | undefined;
	/** The keys of names for which it was given an address. */
	readonly held?: readonly string[] | undefined;
}

/** What is known of all papers. */
export interface ArchiveEvidence {
	readonly tally: NameTally;
	readonly lists: NameLists;
}

/** Judge what each paper introduces and names, by all papers of the archive. */
export function judgeNames(
	papers: readonly ReadPaper[],
	{ tally, lists }: ArchiveEvidence,
	weights: NameWeights,
): PaperNames[] {
	const odds = formReader(tally, weights);
	const likely = likelyOwns(papers, odds, weights);
	const allOwns = papers.map((paper, index) => ownsOf(paper, likely[index], lists));
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
		return { owns, names: chooseForms(judged, owns, lists) };
	});
}

/** What a paper introduces: what a person said, or what it was given an address for, and what is likeliest. */
function ownsOf(
	{ text, decided, held = [] }: ReadPaper,
	likely: IntroducedName | undefined,
	lists: NameLists,
): IntroducedName[] {
	if (decided === undefined) return withHeldNames(likely, text, held, lists);
	return decided === '' ? [] : [{ name: decided, certainty: 1 }];
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

import { claimFeatures, claimsOf, rivalsOf, type Claim } from './claim-features.ts';
import { featuresOf, logOdds, probability, type Features, type Weights } from './linear-model.ts';
import type { NameForm, TextNames } from './read-names.ts';

/** What a paper calls what it makes: a model, a method, a data set, a benchmark. */
export interface IntroducedName {
	readonly name: string;
	/** The words that an abbreviation stands for. */
	readonly meaning?: string | undefined;
	/** From 0 to 1. */
	readonly certainty: number;
	/** That of its address, if the paper was given one for it. */
	readonly key?: string | undefined;
}

/** What is known of a name from the other papers. */
export interface ClaimEvidence {
	/** The log-odds of a form as what a paper introduces, by its letters, in the archive and in the lists. */
	readonly formOdds: (form: string, isRun: boolean) => number;
	/** How many earlier papers have a name. */
	readonly earlier: (form: string) => number;
}

// What more earlier papers speak of is not new.
const mostEarlier = 2;

/** What a paper by itself says for a name that it may have for what it makes: plain JSON. */
export interface ClaimOdds extends Pick<NameForm, 'form' | 'isRun' | 'meaning'> {
	readonly odds: number;
}

/** What a paper says for each name that it may have for what it makes, in log-odds. */
export function claimOdds(text: TextNames, weights: Weights): ClaimOdds[] {
	const claims = claimsOf(text);
	const rivals = rivalsOf(claims, text.forms);
	return claims.map((claim) => {
		const { form, isRun, meaning } = claim.form;
		const odds = logOdds(claimFeatures(claim, rivals), weights);
		return { form, isRun, ...(meaning !== undefined && { meaning }), odds };
	});
}

/** The likeliest name of what a paper makes. */
export function introducedName(
	claims: readonly ClaimOdds[],
	{ formOdds, earlier }: ClaimEvidence,
	weights: Weights,
): IntroducedName | undefined {
	const others = earlierEvidence(claims, earlier);
	let best: IntroducedName | undefined;
	for (const [index, { form, isRun, meaning, odds }] of claims.entries()) {
		const { papers, features } = others[index]!;
		const ofOthers = formOdds(form, isRun) + logOdds(features, weights);
		const certainty = probability(ofOthers + odds);
		if (papers > mostEarlier) continue;
		if (certainty > (best?.certainty ?? 0)) best = { name: form, meaning, certainty };
	}
	return best;
}

/** What the earlier papers say of a name. */
interface EarlierEvidence {
	/** How many have it. */
	readonly papers: number;
	readonly features: Features;
}

// `AlphaCode`, `eMIGM`
const newWordRe = /^(?=.*\p{Ll})[^ ]*(?:\p{Ll}\p{Lu}|\p{Lu}{2})[^ ]*$/u;

/** What the earlier papers say of each name, and whether it is the only coined word that none has. */
function earlierEvidence(
	names: readonly Pick<NameForm, 'form'>[],
	earlier: ClaimEvidence['earlier'],
): EarlierEvidence[] {
	const counts = names.map(({ form }) => earlier(form));
	const isNew = names.map(({ form }, index) => counts[index] === 0 && newWordRe.test(form));
	// In the first papers of an archive all is new.
	const isOne = isNew.filter(Boolean).length === 1 && counts.some((papers) => papers > 0);
	return counts.map((papers, index) => ({
		papers,
		features: featuresOf({
			earlier: Math.min(3, Math.log2(1 + papers)),
			onlyNew: isOne && isNew[index]!,
		}),
	}));
}

/** A claim with what its paper, and how many earlier ones, say for it. */
export interface JudgedClaim {
	readonly claim: Claim;
	readonly features: Features;
}

/** What is said for each name that a paper may have for what it makes. */
export function judgeClaims(text: TextNames, earlier: ClaimEvidence['earlier']): JudgedClaim[] {
	const claims = claimsOf(text);
	const rivals = rivalsOf(claims, text.forms);
	const others = earlierEvidence(
		claims.map(({ form }) => form),
		earlier,
	);
	return claims.map((claim, index) => ({
		claim,
		features: { ...claimFeatures(claim, rivals), ...others[index]!.features },
	}));
}

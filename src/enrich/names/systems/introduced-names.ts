import { claimFeatures, claimsOf, rivalsOf, type Claim } from './claim-features.ts';
import { logOdds, probability, type Features, type Weights } from './linear-model.ts';
import type { TextNames } from './read-names.ts';

/** What a paper calls what it makes: a model, a method, a data set, a benchmark. */
export interface IntroducedName {
	readonly name: string;
	/** The words that an abbreviation stands for. */
	readonly meaning?: string | undefined;
	/** From 0 to 1. */
	readonly certainty: number;
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

/** The likeliest name of what a paper makes. */
export function introducedName(
	text: TextNames,
	{ formOdds, earlier }: ClaimEvidence,
	weights: Weights,
): IntroducedName | undefined {
	let best: IntroducedName | undefined;
	for (const { claim, features } of judgeClaims(text, earlier)) {
		const { form, isRun, meaning } = claim.form;
		const certainty = probability(formOdds(form, isRun) + logOdds(features, weights));
		if (certainty <= (best?.certainty ?? 0) || earlier(form) > mostEarlier) continue;
		best = { name: form, meaning, certainty };
	}
	return best;
}

/** A claim with what its paper says for it. */
export interface JudgedClaim {
	readonly claim: Claim;
	readonly features: Features;
}

/** What a paper says for each name that it may have for what it makes. */
export function judgeClaims(text: TextNames, earlier: ClaimEvidence['earlier']): JudgedClaim[] {
	const claims = claimsOf(text);
	const rivals = rivalsOf(claims, text.forms);
	return claims.map((claim) => ({
		claim,
		features: claimFeatures(claim, rivals, earlier(claim.form.form)),
	}));
}

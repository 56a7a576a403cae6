import type { Lexicon } from '../../../model/restoration.ts';
import { logOdds, type Weights } from './linear-model.ts';
import { countFeatures, letterFeatures, shareNames } from './name-features.ts';
import type { NameLists } from './name-lists.ts';
import type { NameTally } from './name-tally.ts';
import type { NameForm } from './read-names.ts';

/** The weights of both questions: what is introduced, what is named. */
export interface NameWeights {
	readonly introduced: Weights;
	readonly mentioned: Weights;
}

/** The log-odds of a form as what a paper introduces, and as what it names. */
interface FormOdds {
	readonly introduced: number;
	readonly mentioned: number;
}

/** What the letters of some forms and the lists say for each: plain JSON. */
export interface LetterOdds {
	readonly introduced: readonly number[];
	readonly mentioned: readonly number[];
	/** Whether it, or what it is a version of, is listed. */
	readonly isKnown: readonly boolean[];
}

/** Tells what the letters of forms and the lists say for them, reckoned once for each form. */
export function letterReader(
	lists: NameLists,
	lexicon: Lexicon,
	weights: NameWeights,
): (forms: readonly NameForm[]) => LetterOdds {
	const known = new Map<string, FormOdds>();
	const oddsOf = ({ form, isRun }: NameForm): FormOdds => {
		// No form ends with a space.
		const key = isRun ? `${form} ` : form;
		let odds = known.get(key);
		if (odds) return odds;
		const features = letterFeatures(form, isRun, { lists, lexicon });
		odds = {
			introduced: logOdds(features, weights.introduced),
			mentioned: logOdds(features, weights.mentioned),
		};
		known.set(key, odds);
		return odds;
	};
	return (forms) => {
		const odds = forms.map(oddsOf);
		return {
			introduced: odds.map(({ introduced }) => introduced),
			mentioned: odds.map(({ mentioned }) => mentioned),
			isKnown: forms.map(({ form }) => lists.isKnown(form)),
		};
	};
}

/** Tells what speaks for a form that has a place among some letters, reckoned once for each form. */
export function formReader(
	tally: NameTally,
	weights: NameWeights,
): (form: string, letters: LetterOdds, at: number) => FormOdds {
	const known = new Map<string, FormOdds>();
	const shares = {
		introduced: shareWeights(weights.introduced),
		mentioned: shareWeights(weights.mentioned),
	};
	return (form, letters, at) => {
		let odds = known.get(form);
		if (odds) return odds;
		const counts = letters.isKnown[at] ? {} : countFeatures(form, tally);
		const { papers, inContext } = tally.forms.get(form) ?? noPapers;
		const oddsOf = (question: keyof NameWeights) => {
			const share = (sum: number, count: number, context: number) =>
				sum + count * shares[question][context]!;
			return (
				letters[question][at]! +
				logOdds(counts, weights[question]) +
				inContext.reduce(share, 0) / (papers + 1)
			);
		};
		odds = { introduced: oddsOf('introduced'), mentioned: oddsOf('mentioned') };
		known.set(form, odds);
		return odds;
	};
}

const noPapers = { papers: 0, inContext: [] };

function shareWeights(weights: Weights): number[] {
	return shareNames.map((name) => (name !== undefined && weights[name]) || 0);
}

import type { JudgedForm } from './choose-forms.ts';
import type { IntroducedName } from './introduced-names.ts';
import type { PaperNames } from './judge-names.ts';
import { formsAndPhrases, type TextNames } from './read-names.ts';

/** A name as a paper writes it, and where it does. */
export interface QuotedName {
	readonly name: string;
	/** From 0 to 1. */
	readonly certainty: number;
	/** Where each sentence of the abstract that has it begins and ends: `[0, 81, 250, 302]`. */
	readonly sentences: readonly number[];
}

/** What a paper introduces and names, without all else that was read of it: plain JSON. */
export interface QuotedNames {
	/** What it introduces; the first is what the paper is known by. */
	readonly owns: readonly (IntroducedName & QuotedName)[];
	/** What it names, its own name among it. */
	readonly names: readonly QuotedName[];
}

/** Of what was read of a paper, the names that it was found to have. */
export function quotedNames(text: TextNames, { owns, names }: PaperNames): QuotedNames {
	const forms = owns.length > 0 ? formsAndPhrases(text) : [];
	return {
		owns: owns.map((own) => {
			const places = forms.find(({ form }) => form === own.name)?.places ?? [];
			return { ...own, sentences: sentencesOf(places, text) };
		}),
		names: names.map(({ form: { form, places }, certainty }: JudgedForm) => ({
			name: form,
			certainty,
			sentences: sentencesOf(places, text),
		})),
	};
}

/** The sentences of some places, without the title. */
function sentencesOf(places: readonly number[], { sentences }: TextNames): number[] {
	const numbers = new Set(places.filter((number, index) => index % 3 === 2 && number > 0));
	return [...numbers].flatMap((number) => [sentences[number - 1]!, sentences[number]! - 1]);
}

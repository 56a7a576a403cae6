import type { Lexicon } from '../../../model/restoration.ts';
import { nameKey } from '../../../text/words.ts';
import { addBits, featuresOf, type Features } from './linear-model.ts';
import { contexts, type NameContext } from './name-contexts.ts';
import { listAnswers, type NameLists } from './name-lists.ts';
import type { NameTally } from './name-tally.ts';
import type { NameForm } from './read-names.ts';

/** What is asked about a form, whichever paper has it. */
export interface NameEvidence {
	readonly tally: NameTally;
	readonly lists: NameLists;
	readonly lexicon: Lexicon;
}

/** What speaks for a form as a name by its letters, in the archive and in the lists. */
export function formFeatures(form: string, isRun: boolean, evidence: NameEvidence): Features {
	const { tally, lists } = evidence;
	return {
		...letterFeatures(form, isRun, evidence),
		...contextFeatures(form, tally),
		...(!lists.isKnown(form) && countFeatures(form, tally)),
	};
}

/** What speaks for a form by its letters and in the lists, whatever papers have it. */
export function letterFeatures(
	form: string,
	isRun: boolean,
	{ lists, lexicon }: Omit<NameEvidence, 'tally'>,
): Features {
	const features = featuresOf({ bias: 1, ...listAnswers(form, lists, lexicon) });
	// What is listed need not look like a name.
	if (lists.isKnown(form)) return features;
	Object.assign(features, featuresOf({ run: isRun, ...wordAnswers(form, lexicon) }));
	for (const [name, re] of letterTests) if (re.test(form)) features[name] = 1;
	return features;
}

const coinedRe =
	/\p{L}\p{Lu}|\p{L}[-.]?\p{N}|\p{N}\p{Lu}|\+$|[\u0370-\u03FF]|\p{Lu}[_^][({]?\p{N}/u;
const plainRe = /^\p{Lu}\p{Ll}+$/u;
const capitalsRe = /^\p{Lu}+$/u;

/** Whether a form has capitals within, digits, or letters that no word of English has. */
export function isCoined(form: string): boolean {
	return coinedRe.test(form);
}

/** Whether a form is a word with a capital, `Mamba`. */
export function isPlain(form: string): boolean {
	return plainRe.test(form);
}

const letterTests = Object.entries({
	camel: /\p{Ll}\p{Lu}/u,
	camelWord: /\p{Ll}\p{Lu}\p{Ll}/u,
	twoCapitals: /^\p{Lu}{2}$/u,
	threeCapitals: /^\p{Lu}{3}$/u,
	capitals: /^\p{Lu}{4,}$/u,
	mixed: /\p{Lu}{2}.*\p{Ll}|\p{Ll}.*\p{Lu}{2}/u,
	digit: /\p{L}-?\p{N}/u,
	letterDigit: /^\p{Lu}-?\d+$/u,
	size: /\d(?:\.\d+)?[BMK](?![\p{L}\p{N}])/u,
	lowerTail: /-\p{Ll}+$/u,
	lowerStart: /^\p{Ll}/u,
	greek: /[\u0370-\u03FF]/u,
	version: / [vV]?\d/,
});

function wordAnswers(form: string, lexicon: Lexicon): Record<string, boolean | number> {
	const isWord = lexicon.has(form.toLowerCase());
	const [isCompound, isPhrase] = [form.includes('-'), form.includes(' ')];
	const parts = isCompound || isPhrase ? form.split(/[ -]/) : [];
	return {
		plain: isPlain(form),
		word: isWord,
		wordPlain: isWord && isPlain(form),
		wordCapitals: isWord && capitalsRe.test(form),
		allWords: parts.length > 1 && parts.every((part) => lexicon.has(part.toLowerCase())),
		moreWords: isPhrase ? form.split(' ').length - 2 : 0,
		hyphen: isCompound && !isCoined(form),
		hyphenCoined: isCompound && isCoined(form),
		several: isPhrase && !isCoined(form),
		severalCoined: isPhrase && isCoined(form),
	};
}

const counted = [
	'on',
	'such',
	'than',
	'using',
	'benchmark',
	'model',
	'method',
	'task',
	'measure',
	'noun',
	'nouns',
	'verb',
	'are',
	'list',
	'apposed',
	'possessive',
	'article',
	'compound',
	'plural',
	'middle',
	'explained',
	'explainedPlain',
	'explainedPlural',
	'explainedDoing',
	'named',
	'proposed',
] as const satisfies readonly NameContext[];
/** The features that say in what share of the papers a form stands in each context. */
export const shareNames = contexts.map((context) =>
	counted.some((one) => one === context) ? `${context}Share` : undefined,
);

function contextFeatures(form: string, { forms }: NameTally): Features {
	const features: Record<string, number> = {};
	const { papers, inContext } = forms.get(form) ?? { papers: 1, inContext: [] };
	inContext.forEach((count, index) => {
		const name = shareNames[index];
		if (count > 0 && name !== undefined) features[name] = count / (papers + 1);
	});
	return features;
}

/** What speaks for a form by how many papers have it; of what is listed they say nothing. */
export function countFeatures(form: string, { forms, lower }: NameTally): Features {
	const papers = forms.get(form)?.papers ?? 1;
	const features: Record<string, number> =
		papers === 1 ? { once: 1 } : { papers: Math.log2(papers) };
	// `grasp` says nothing of GRASP.
	if (form.includes(' ') || capitalsRe.test(form)) return features;
	const lowerPapers = lower.get(nameKey(form)) ?? 0;
	if (lowerPapers === 0) return features;
	features.lowerShare = lowerPapers / (lowerPapers + papers + 1);
	features.lowerShareCased = features.lowerShare;
	return features;
}

const local = [
	'on',
	'such',
	'than',
	'using',
	'benchmark',
	'model',
	'method',
	'task',
	'measure',
	'noun',
	'nouns',
	'verb',
	'are',
	'list',
	'apposed',
	'possessive',
	'article',
	'owned',
	'plural',
	'middle',
	'named',
	'proposed',
	'explained',
	'explainedPlain',
	'explainedDoing',
	'title',
] as const satisfies readonly NameContext[];
const localNames = contexts.map((context) => local.find((one) => one === context));

/** What speaks for a form in one paper. */
export function paperFeatures(form: NameForm): Record<string, number> {
	const { contexts: bits, places } = form;
	const features = featuresOf({
		times: Math.log2(places.length / 3),
		titleOnly: isOnlyInTitle(places),
		inside: insideShare(form),
	});
	addBits(features, bits, localNames);
	return features;
}

/** Of the places of a form, the share in which it is part of a longer one. */
export function insideShare({ inside, places }: NameForm): number {
	return inside / (places.length / 3);
}

/** Whether every place of a form is in the title. */
export function isOnlyInTitle(places: readonly number[]): boolean {
	return places.every((place, index) => index % 3 !== 2 || place === 0);
}

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
export function formFeatures(
	form: string,
	isRun: boolean,
	{ tally, lists, lexicon }: NameEvidence,
): Features {
	const features = featuresOf({ bias: 1, ...listAnswers(form, lists, lexicon) });
	addContexts(features, form, tally);
	// What is listed need not look like a name.
	if (lists.isKnown(form)) return features;
	Object.assign(features, featuresOf({ run: isRun, ...wordAnswers(form, lexicon) }));
	for (const [name, re] of letterTests) if (re.test(form)) features[name] = 1;
	addCounts(features, form, tally);
	return features;
}

/** All that `formFeatures` asks the archive about a form, e.g. `3 0,0,1 0`. */
export function formEvidence(form: string, { forms, lower }: NameTally): string {
	const { papers = 1, inContext = [] } = forms.get(form) ?? {};
	return `${papers} ${inContext.join()} ${lower.get(nameKey(form)) ?? 0}`;
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
const shareNames = contexts.map((context) =>
	counted.some((one) => one === context) ? `${context}Share` : undefined,
);

function addContexts(features: Record<string, number>, form: string, { forms }: NameTally): void {
	const { papers, inContext } = forms.get(form) ?? { papers: 1, inContext: [] };
	inContext.forEach((count, index) => {
		const name = shareNames[index];
		if (count > 0 && name !== undefined) features[name] = count / (papers + 1);
	});
}

function addCounts(
	features: Record<string, number>,
	form: string,
	{ forms, lower }: NameTally,
): void {
	const papers = forms.get(form)?.papers ?? 1;
	if (papers === 1) features.once = 1;
	else features.papers = Math.log2(papers);
	// `grasp` says nothing of GRASP.
	if (form.includes(' ') || capitalsRe.test(form)) return;
	const lowerPapers = lower.get(nameKey(form)) ?? 0;
	if (lowerPapers === 0) return;
	features.lowerShare = lowerPapers / (lowerPapers + papers + 1);
	features.lowerShareCased = features.lowerShare;
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
export function paperFeatures({
	contexts: bits,
	places,
	inside,
}: NameForm): Record<string, number> {
	const times = places.length / 3;
	const features = featuresOf({
		times: Math.log2(times),
		titleOnly: isOnlyInTitle(places),
		inside: inside / times,
	});
	addBits(features, bits, localNames);
	return features;
}

/** Whether every place of a form is in the title. */
export function isOnlyInTitle(places: readonly number[]): boolean {
	return places.every((place, index) => index % 3 !== 2 || place === 0);
}

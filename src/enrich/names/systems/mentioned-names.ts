import { nameKey } from '../../../text/words.ts';
import { ways, type Way } from './claims.ts';
import type { IntroducedName } from './introduced-names.ts';
import { addBits, featuresOf, logOdds, type Features, type Weights } from './linear-model.ts';
import { insideShare, paperFeatures } from './name-features.ts';
import { beginningsOf, type NameLists } from './name-lists.ts';
import type { NameForm } from './read-names.ts';

/** What is known of the names of a paper from elsewhere. */
export interface MentionEvidence {
	/** What the paper introduces. */
	readonly own: IntroducedName | undefined;
	/** How many other papers introduce something of a name, by its key. */
	readonly introducedElsewhere: (key: string) => number;
	readonly lists: NameLists;
}

const spoken: ReadonlySet<Way> = new Set([
	'proposed',
	'proposedNoun',
	'proposedFar',
	'explainedProposed',
	'named',
	'namedProposed',
	'novel',
]);
const spokenNames = ways.map((way) =>
	spoken.has(way) ? `way${way[0]!.toUpperCase()}${way.slice(1)}` : undefined,
);

/** What a paper says for one of its forms as the name of a system. */
export function mentionFeatures(form: NameForm, evidence: MentionEvidence): Features {
	return { ...saidFeatures(form), ...heardFeatures(form, evidence) };
}

/** What it says for one by its text alone. */
export function saidFeatures(form: NameForm): Features {
	const features = paperFeatures(form);
	addBits(features, form.ways, spokenNames);
	return features;
}

/** What is said for one by what is known from elsewhere. */
export function heardFeatures(form: NameForm, evidence: MentionEvidence): Features {
	const key = nameKey(form.form);
	return featuresOf({
		insideKnown: form.inside > 0 && evidence.lists.isKnown(form.form) && insideShare(form),
		...ownAnswers(form.form, key, evidence),
		...elsewhereAnswers(form.form, key, evidence),
		...besideAnswers(form.beside, evidence),
	});
}

// The most that each of these says of a form that the paper does not introduce.
const most: Features = {
	insideKnown: 1,
	ownWithin: 1,
	ownBeginning: 1,
	ownMeaning: 1,
	introduced: 2,
	introducedBeginning: 1,
	beside: 3,
	besideKnown: 1,
	besideRefused: 1,
};

/** The log-odds that a form can at most gain from what is known from elsewhere, if the paper does not introduce it. */
export function mostHeard(weights: Weights): number {
	return logOdds(most, Object.fromEntries(Object.entries(weights).filter(([, one]) => one > 0)));
}

type Answers = Readonly<Record<string, boolean | number>>;

/** What it has to do with what the paper introduces: `GEM-VLA` of a paper on `GEM`. */
function ownAnswers(form: string, key: string, { own }: MentionEvidence): Answers {
	if (!own) return {};
	const ownKey = nameKey(own.name);
	if (key === ownKey) return { ownCertainty: own.certainty };
	const head = own.name.split(/[-\d ]/, 1)[0]!;
	return {
		ownWithin: ownKey.length > 2 && key.includes(ownKey),
		ownBeginning: head.length > 3 && form.startsWith(head),
		ownMeaning: own.meaning !== undefined && nameKey(own.meaning).includes(key),
	};
}

function elsewhereAnswers(
	form: string,
	key: string,
	{ introducedElsewhere }: MentionEvidence,
): Answers {
	return {
		introduced: Math.min(2, introducedElsewhere(key)),
		introducedBeginning: beginningsOf(form).some(
			({ head }) => head.length > 2 && introducedElsewhere(nameKey(head)) > 0,
		),
	};
}

function besideAnswers(
	beside: readonly string[],
	{ lists, introducedElsewhere }: MentionEvidence,
): Answers {
	if (beside.length === 0) return {};
	const all = [...new Set(beside)];
	return {
		beside: Math.min(3, all.length),
		besideKnown: all.some(
			(form) => introducedElsewhere(nameKey(form)) > 0 || lists.isKnown(form),
		),
		besideRefused: all.some(lists.isRefused),
	};
}

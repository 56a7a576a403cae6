import { nameKey } from '../../../text/words.ts';
import { ways, type Way } from './claims.ts';
import type { IntroducedName } from './introduced-names.ts';
import { addBits, featuresOf, type Features } from './linear-model.ts';
import { paperFeatures } from './name-features.ts';
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
	const features = paperFeatures(form);
	addBits(features, form.ways, spokenNames);
	const key = nameKey(form.form);
	const answers = {
		insideKnown: evidence.lists.isKnown(form.form) ? (features['inside'] ?? 0) : 0,
		...ownAnswers(form.form, key, evidence),
		...elsewhereAnswers(form.form, key, evidence),
		...besideAnswers(form.beside, evidence),
	};
	return Object.assign(features, featuresOf(answers));
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
			(form) => lists.isKnown(form) || introducedElsewhere(nameKey(form)) > 0,
		),
		besideRefused: all.some(lists.isRefused),
	};
}

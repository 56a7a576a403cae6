import { nameKey } from '../../src/text/words.ts';
import { earlierPapers, type DatedNames } from '../../src/enrich/names/systems/earlier-papers.ts';
import {
	claimOdds,
	introducedName,
	judgeClaims,
	type IntroducedName,
} from '../../src/enrich/names/systems/introduced-names.ts';
import {
	logOdds,
	probability,
	type Features,
	type Weights,
} from '../../src/enrich/names/systems/linear-model.ts';
import { mentionFeatures } from '../../src/enrich/names/systems/mentioned-names.ts';
import { formFeatures, type NameEvidence } from '../../src/enrich/names/systems/name-features.ts';
import { formsAndPhrases, type NameForm } from '../../src/enrich/names/systems/read-names.ts';
import type { Example } from './fit-logistic.ts';

/** What a person found in a paper. */
export interface NameLabel {
	readonly title: string;
	readonly system: string | null;
	readonly aliases: readonly string[];
	/** Absent where only what is introduced was labelled. */
	readonly mentions?: readonly string[];
	/** Where only some forms were judged: whether each is a name. */
	readonly judged?: Readonly<Record<string, boolean>>;
}

/** An archive, and what a person found in some of its papers. */
export interface LabelledArchive {
	readonly papers: readonly DatedNames[];
	readonly labels: ReadonlyMap<number, NameLabel>;
	readonly evidence: NameEvidence;
}

/** An example, the paper it is of, and the form. */
export interface NameExample extends Example {
	readonly paper: number;
	readonly form: NameForm;
}

/** What can be learnt of the names that papers introduce. */
export function claimExamples({ papers, labels, evidence }: LabelledArchive): NameExample[] {
	const earlier = earlierPapers(papers);
	return [...labels].flatMap(([paper, label]) => {
		if (label.judged) return [];
		const right = new Set(ownKeys(label));
		const { text, firstSeen } = papers[paper]!;
		return judgeClaims(text, (form) => earlier(form, firstSeen)).map(
			({ claim: { form }, features }) => ({
				paper,
				form,
				features: { ...formFeatures(form.form, form.isRun, evidence), ...features },
				isTrue: right.has(labelKey(form.form)),
			}),
		);
	});
}

/** What can be learnt of the names that papers mention; `ownWeights` gives the weights by which a paper's own name is told. */
export function mentionExamples(
	{ papers, labels, evidence }: LabelledArchive,
	ownWeights: (paper: number) => Weights,
): NameExample[] {
	const owns = ownNames({ papers, labels, evidence }, ownWeights);
	const introducers = Map.groupBy(
		owns.filter((own) => own !== undefined),
		({ name }) => nameKey(name),
	);
	return [...labels].flatMap(([paper, label]) => {
		const answer = answerOf(label);
		if (!answer) return [];
		const own = owns[paper];
		const introducedElsewhere = (key: string) =>
			(introducers.get(key)?.length ?? 0) - (own && nameKey(own.name) === key ? 1 : 0);
		return papers[paper]!.text.forms.flatMap((form) => {
			const isTrue = answer(form.form);
			if (isTrue === undefined) return [];
			const ofPaper = mentionFeatures(form, {
				own,
				introducedElsewhere,
				lists: evidence.lists,
			});
			const features = { ...formFeatures(form.form, form.isRun, evidence), ...ofPaper };
			return { paper, form, features, isTrue };
		});
	});
}

/** Whether a label says that a form is a name; nothing, if it does not say. */
function answerOf(label: NameLabel): ((form: string) => boolean | undefined) | undefined {
	const { judged, mentions } = label;
	if (judged) return (form) => judged[form];
	if (!mentions) return undefined;
	const right = new Set([...ownKeys(label), ...mentions.map(labelKey)]);
	return (form) => right.has(labelKey(form));
}

/** What each paper introduces, by the weights for it. */
export function ownNames(
	{ papers, evidence }: LabelledArchive,
	ownWeights: (paper: number) => Weights,
): (IntroducedName | undefined)[] {
	const earlier = earlierPapers(papers);
	const known = new Map<string, Features>();
	const featuresOf = ({ form, isRun }: NameForm) => {
		const features = known.get(form) ?? formFeatures(form, isRun, evidence);
		known.set(form, features);
		return features;
	};
	return papers.map(({ text, firstSeen }, paper) => {
		const weights = ownWeights(paper);
		const all = formsAndPhrases(text);
		const formOdds = (at: number) => logOdds(featuresOf(all[at]!), weights);
		return introducedName(
			all,
			claimOdds(text, weights),
			{ formOdds, earlier: (form) => earlier(form, firstSeen) },
			weights,
		);
	});
}

/** The probability of an example. */
export function chanceOf({ features }: Example, weights: Weights): number {
	return probability(logOdds(features, weights));
}

/** A name as labels are compared: letters, digits and `+`, in the singular. */
export function labelKey(name: string): string {
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}+]/gu, '')
		.replace(/(?<=..)s$/, '');
}

function ownKeys({ system, aliases }: NameLabel): string[] {
	return system === null ? [] : [system, ...aliases].map(labelKey);
}

import { z } from 'zod';

/** A topic of the vocabulary, and how papers write it. */
export interface TopicEntry {
	readonly name: string;
	/** Count wherever they stand. */
	readonly forms: readonly string[];
	/** Count in a title or in three places; in fewer where a paper has few topics. */
	readonly weak: readonly string[];
	/** Count in a title only. */
	readonly title: readonly string[];
	/** Longer phrases, within which none of these count. */
	readonly not: readonly string[];
	/** Topics that contain this one: its papers have them too. */
	readonly wider: readonly string[];
	/** Names that the topic had, or topics that it took in: their addresses lead to it. */
	readonly was: readonly string[];
}

/** The topics that papers can have, in the order of `content/topics.yaml`. */
export type Vocabulary = readonly TopicEntry[];

// Without letters or digits a phrase stands nowhere.
const wordRe = /[\p{L}\p{N}]/u;
// Whoever writes more writes a sentence.
const longestPhrase = 100;
// The longest list of a vocabulary that a year of papers filled has 60.
const mostPhrases = 500;
const phrase = z
	.string('a phrase')
	.max(longestPhrase, `a phrase of at most ${longestPhrase} characters`)
	.regex(wordRe, 'a phrase with letters or digits');
const phrases = z
	.array(phrase, 'a list of phrases')
	.min(1, 'a list with a phrase in it, or no list')
	.max(mostPhrases, `a list of at most ${mostPhrases} phrases`)
	.readonly();
const anyPhrases = phrases.default([]);
const kindsSchema = z
	.strictObject(
		{
			forms: anyPhrases,
			weak: anyPhrases,
			title: anyPhrases,
			not: anyPhrases,
			wider: anyPhrases,
			was: anyPhrases,
		},
		'a list of forms, or lists by kind',
	)
	.refine(({ forms, weak, title }) => forms.length + weak.length + title.length > 0, {
		error: '`forms`, `weak` or `title` beside the others',
		when: ({ issues }) => issues.length === 0,
	});

/** Other forms than the name, or all forms by kind. A union would not say what is wrong within either. */
const entrySchema = z.unknown().transform((value, { issues }) => {
	const { data, error } = Array.isArray(value)
		? phrases.safeParse(value)
		: kindsSchema.safeParse(value);
	issues.push(
		...(error?.issues ?? []).map((issue) => ({
			...issue,
			code: 'custom' as const,
			input: value,
		})),
	);
	return data!;
});

const noKinds = { weak: [], title: [], not: [], wider: [], was: [] };

/** `content/topics.yaml`. */
export const vocabularySchema = z
	.strictObject({
		// YAML reads nothing behind the colon as an empty text.
		topics: z.preprocess(
			(value) => value || {},
			z.record(phrase, entrySchema, 'a map from topic to its forms'),
		),
	})
	.transform(({ topics }): Vocabulary =>
		Object.entries(topics).map(([name, entry]) =>
			'forms' in entry ? { name, ...entry } : { ...noKinds, name, forms: [name, ...entry] },
		),
	);

/** A name of a topic without case and hyphens, by which its address is kept. */
export function topicKey(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.split(/[\s-]+/)
		.filter((word) => word !== '')
		.join(' ');
}

/** The topics that contain each of a vocabulary, and those that contain these, by number; the nearest first. */
export function widerTopics(vocabulary: Vocabulary): number[][] {
	const numbers = new Map(vocabulary.map(({ name }, number) => [topicKey(name), number]));
	return vocabulary.map((_, number) => {
		const reached = new Set([number]);
		for (const one of reached)
			for (const name of vocabulary[one]!.wider) {
				const wider = numbers.get(topicKey(name));
				if (wider !== undefined) reached.add(wider);
			}
		return [...reached].slice(1);
	});
}

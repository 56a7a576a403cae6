import { z } from 'zod';
import { isPaperId, type PaperId } from './id.ts';

/** What has a page by its name: `/systems/<slug>/`, `/topics/<slug>/`. */
export type NameKind = 'system' | 'topic';

/** A line of `content/names.jsonl`: the address that a name was given, for ever. */
export interface NameLine {
	readonly kind: NameKind;
	readonly slug: string;
	/** By which the name is recognised, its forms folded. */
	readonly key: string;
	/** Of a system: the paper that introduces it, where the archive has it. Two systems of one name differ by it. */
	readonly paper?: PaperId | undefined;
}

/** What is to have an address. */
export interface NamedFind {
	readonly kind: NameKind;
	readonly key: string;
	readonly name: string;
	readonly paper?: PaperId | undefined;
}

const phrases = z.record(z.string(), z.string('a name or a phrase'), 'a map from phrase to phrase');

/** `content/topics.yaml`. */
export const topicDecisionsSchema = z
	.strictObject({
		names: phrases.default({}),
		merged: phrases.default({}),
		forbidden: z.array(z.string('a phrase'), 'a list of phrases').readonly().default([]),
	})
	.readonly();

/**
 * What a person decided of topics, in phrases as they are written: names to show, phrases that are
 * another's topic, phrases that are none.
 */
export type TopicDecisions = z.infer<typeof topicDecisionsSchema>;

const otherForms = z.record(
	z.string(),
	z.array(z.string('a form'), 'a list of other forms').readonly(),
	'a name, or a map from one name to a list of its other forms',
);
const listedName = z.preprocess(
	(item) => (typeof item === 'string' ? { [item]: [] } : item),
	otherForms,
);

/** `content/systems.yaml`. */
export const systemDecisionsSchema = z
	.strictObject({
		names: z
			.array(listedName, 'a list of names')
			.default([])
			.transform((items) => items.flatMap((item) => Object.entries(item))),
		not: z.array(z.string('a word'), 'a list of words').readonly().default([]),
		introduced: z
			.record(
				z.string().refine(isPaperId, 'the id of a paper'),
				z.string('a name, or nothing in quotes'),
				'a map from papers to names',
			)
			.default({}),
	})
	.readonly();

/**
 * What a person decided of named systems: names that are some, with their other forms; words that are
 * none; and what a paper introduces, by its id, the empty name for nothing.
 */
export type SystemDecisions = z.infer<typeof systemDecisionsSchema>;

/** The lines by kind and key; systems of one name one after the other. */
export function linesByKey(lines: readonly NameLine[]): Map<string, NameLine[]> {
	return Map.groupBy(lines, ({ kind, key }) => `${kind} ${key}`);
}

/**
 * The line that a find has: of its paper, or, of a name that had no paper or whose paper is not in
 * the archive any more, the one of that key that is free.
 */
export function lineOf(
	{ kind, key, paper }: NamedFind,
	lines: ReadonlyMap<string, readonly NameLine[]>,
	targetOf: (id: PaperId) => PaperId = (id) => id,
): NameLine | undefined {
	const alike = lines.get(`${kind} ${key}`) ?? [];
	if (paper === undefined) return alike[0];
	return (
		alike.find((line) => line.paper !== undefined && targetOf(line.paper) === paper) ??
		alike.find((line) => line.paper === undefined)
	);
}

import { z } from 'zod';
import { isPaperId, type PaperId } from './id.ts';

/** What has a page by its name: `/systems/<slug>/`, `/topics/<slug>/`, `/watch/<slug>/`. */
export type NameKind = 'system' | 'topic' | 'question';

const kinds: readonly unknown[] = ['system', 'topic', 'question'] satisfies NameKind[];

/** Whether something is such a kind, as a line of the names has it. */
export function isNameKind(value: unknown): value is NameKind {
	return kinds.includes(value);
}

/** Whether a topic has a page for each year of the archive too, and one for each month. */
export type PageLevel = 'years' | 'months';

/** Whether something is such a level, as a line of the names has it. */
export function isPageLevel(value: unknown): value is PageLevel {
	return value === 'years' || value === 'months';
}

/** A line of `content/names.jsonl`: the address that a name was given, for ever. */
export interface NameLine {
	readonly kind: NameKind;
	readonly slug: string;
	/** By which the name is recognised, its forms folded. */
	readonly key: string;
	/** Of a system: the paper that introduces it, where the archive has it. Two systems of one name differ by it. */
	readonly paper?: PaperId | undefined;
	/** Of a topic that has an address already: that there are more pages below it from now on. */
	readonly pages?: PageLevel | undefined;
}

/** What is to have an address. */
export interface NamedFind {
	readonly kind: NameKind;
	readonly key: string;
	readonly name: string;
	readonly paper?: PaperId | undefined;
	/** Whether of its name there are one that a paper introduces and one that none does. */
	readonly isShared?: boolean | undefined;
	/** Other keys whose address it may have. */
	readonly formerKeys?: readonly string[];
	readonly pages?: PageLevel | undefined;
}

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

/** The lines that give addresses by kind and key; systems of one name one after the other. */
export function linesByKey(lines: readonly NameLine[]): Map<string, NameLine[]> {
	return Map.groupBy(
		lines.filter(({ pages }) => pages === undefined),
		({ kind, key }) => `${kind} ${key}`,
	);
}

/**
 * The line that a find has: of its paper, or, of a name that had no paper or whose paper is not in
 * the archive any more, the one of that key that is free; of a topic that was renamed, that of its
 * former name. What shares its name with others has its own line or none.
 */
export function lineOf(
	{ kind, key, paper, isShared, formerKeys = [] }: NamedFind,
	lines: ReadonlyMap<string, readonly NameLine[]>,
	targetOf: (id: PaperId) => PaperId = (id) => id,
): NameLine | undefined {
	const keys = [key, ...formerKeys];
	const alike = keys.map((one) => lines.get(`${kind} ${one}`)).find(Boolean) ?? [];
	const ownLine = alike.find((line) => line.paper && targetOf(line.paper) === paper);
	const freeLine = alike.find((line) => line.paper === undefined);
	if (isShared) return paper === undefined ? freeLine : ownLine;
	return paper === undefined ? alike[0] : (ownLine ?? freeLine);
}

/** How finely topics are paged, by slug; the finest that was ever given. */
export function pagesBySlug(lines: readonly NameLine[]): Map<string, PageLevel> {
	const levels = new Map<string, PageLevel>();
	for (const { slug, pages } of lines)
		if (pages && levels.get(slug) !== 'months') levels.set(slug, pages);
	return levels;
}

import { z } from 'zod';
import type { PaperId } from './id.ts';
import type { NamedThing } from './paper-view.ts';

/** A standing question of `content/watch.yaml`: a search that the archive makes anew with each digest. */
export interface Question extends NamedThing {
	/** In the search’s own syntax; empty where only what is chosen counts. */
	readonly query: string;
	/** Names of topics and systems, one of which a paper has; empty for any. */
	readonly topics: readonly string[];
	readonly systems: readonly string[];
	/** Whether only papers with code are asked for. */
	readonly isWithCode: boolean;
}

/** What a standing question finds. */
export interface Answered extends Question {
	/** All of them, newest first, in the order that the search gives by date. */
	readonly papers: readonly PaperId[];
	/** Words of it that no paper has: then it has no papers, and waits for one. */
	readonly unknown: readonly string[];
}

// `kv-cache`: what can be the last part of an address.
const slugRe = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
// A folder’s name must fit every file system.
const longestSlug = 60;
const longestText = 200;
// Each makes a search, a page and two feeds at every build.
const mostQuestions = 500;
const mostChosen = 50;

const text = (expected: string) =>
	z
		.string(expected)
		.trim()
		.min(1, expected)
		.max(longestText, `at most ${longestText} characters`);
const chosen = z
	.array(text('a name'), 'a list of names')
	.max(mostChosen, `a list of at most ${mostChosen} names`)
	.default([]);
const questionSchema = z
	.strictObject(
		{
			name: text('a name'),
			query: text('what one would type into the search').default(''),
			topics: chosen,
			systems: chosen,
			code: z.literal('yes', '`yes`').optional(),
		},
		'`name`, and `query`, `topics`, `systems` or `code`',
	)
	.refine(
		({ query, topics, systems, code }) =>
			query !== '' || topics.length + systems.length > 0 || code,
		{
			error: '`query`, `topics`, `systems` or `code` beside the name',
			when: ({ issues }) => issues.length === 0,
		},
	);

/** `content/watch.yaml`. */
export const questionsSchema = z
	.strictObject({
		questions: z.preprocess(
			// YAML reads nothing behind the colon as an empty text.
			(value) => value || {},
			z
				.record(
					z.string().max(longestSlug).regex(slugRe),
					questionSchema,
					'a map from the last part of an address, such as `kv-cache`, to a question',
				)
				.refine(
					(map) => Object.keys(map).length <= mostQuestions,
					`at most ${mostQuestions} questions`,
				),
		),
	})
	.partial()
	.transform(({ questions = {} }): Question[] =>
		Object.entries(questions).map(([slug, { code, ...question }]) => ({
			slug,
			...question,
			isWithCode: code !== undefined,
		})),
	);

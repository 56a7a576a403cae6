import { z } from 'zod';
import { isArxivId } from '../../model/enrichment.ts';
import { isDay } from '../../model/id.ts';

// `2025-02-11T18:59:19.000Z`
const instantRe = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}/;

// Their messages say what was expected, and end a sentence that says what was found.
const aTime = 'a time such as `2025-02-11T18:59:19.000Z`';
const anId = 'an arXiv id such as `2409.02795`';
const words = (expected: string) => z.string(expected).regex(/\S/, expected);
const instant = z
	.string(aTime)
	.refine((text) => isDay(instantRe.exec(text)?.[1] ?? ''), aTime)
	.nullish();

/** What is read of a paper of the feed's list. The feed adds fields over the years, so others are passed over. */
export const listedPaper = z.object(
	{
		id: z.string(anId).refine(isArxivId, anId),
		title: words('a title'),
		summary: words('an abstract'),
		authors: z
			.array(
				z.object(
					{
						name: z.string('a name'),
						// Whom the feed itself does not show.
						hidden: z.boolean('`true` or `false`').nullish(),
					},
					'an author',
				),
				'a list of authors',
			)
			.nullish(),
		publishedAt: instant,
		submittedOnDailyAt: instant,
		upvotes: z.int('a number of votes').nonnegative('a number of votes').nullish(),
		githubRepo: z.string('an address').nullish(),
		projectPage: z.string('an address').nullish(),
		ai_keywords: z.array(z.string('a keyword'), 'a list of keywords').nullish(),
	},
	'a paper',
);

/** The feed's own list of a day. */
export const feedList = z.array(
	z.object({ paper: listedPaper }, 'an entry with a `paper`'),
	'a list of entries',
);

/** A paper of the feed's list. */
export type ListedPaper = z.infer<typeof listedPaper>;

import { z } from 'zod';
import type { Day } from './id.ts';
import { day, paperId } from './schema.ts';

// `2409.02795`, `0704.0001`, `math.GT/0309136`
const arxivRe = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/;
const anId = 'an arXiv id such as `2409.02795`';
const aName = 'the name of an author';
const aScore = 'a number from 0 to 1';
const webAddress = z.url({ protocol: /^https?$/, error: 'an address' });

/** Whether a text is the id of a paper on arXiv, without a version. */
export function isArxivId(text: string): boolean {
	return arxivRe.test(text);
}

/** A line of `content/enrichment.jsonl`. */
export const enrichmentLine = z
	.strictObject(
		{
			paper: paperId,
			by: z.enum(['arxiv', 'hand'], '`arxiv` or `hand`'),
			reviewed: z.literal(true, '`true`').optional(),
			arxiv: z.string(anId).regex(arxivRe, anId).optional(),
			authors: z
				.array(z.string(aName).regex(/\S/, aName), 'a list of authors')
				.min(1, 'at least one author')
				.optional(),
			published: day.optional(),
			repository: webAddress.optional(),
			project: webAddress.optional(),
			score: z.number(aScore).min(0, aScore).max(1, aScore).optional(),
			none: z.enum(['title', 'abstract'], '`title` or `abstract`').optional(),
		},
		'an object with `paper` and `by`',
	)
	.refine(({ arxiv, authors, published, repository, project }) => {
		const others = [authors, published, repository, project];
		return arxiv !== undefined || others.every((one) => one === undefined);
	}, 'the `arxiv` id of the paper that the rest is of')
	.readonly();

/**
 * What is known of a paper beside what the feed says: by arXiv, with how much of the abstract agrees (`score`)
 * or what no paper there agrees in (`none`); or by hand, without `arxiv` where there is nothing to know.
 */
export type EnrichmentLine = z.infer<typeof enrichmentLine>;

/** A paper as arXiv has it. */
export interface ArxivPaper {
	/** Without the version. */
	readonly id: string;
	readonly title: string;
	readonly abstract: string;
	readonly authors: readonly string[];
	/** Of the first version. */
	readonly published: Day;
}

import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { viewLoader } from './loaders/view-loader.ts';
import { isDay, isDigestId, isPaperId, type Day, type DigestId, type PaperId } from './model/id.ts';
import { restorationRules, type RestorationRuleName } from './model/restoration.ts';

const paperId = z
	.string()
	.refine(isPaperId)
	.transform((id) => id as PaperId);
const digestId = z
	.string()
	.refine(isDigestId)
	.transform((id) => id as DigestId);
const day = z
	.string()
	.refine(isDay)
	.transform((text) => text as Day);
const count = z.int().nonnegative();
const status = z.enum(['new', 'known', 'revised']);

const paperSummary = z.object({ id: paperId, title: z.string(), firstSeen: day, seen: count });
const digestSummary = z.object({ id: digestId, day, papers: count, fresh: count });

const diff = z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }));
const revision = z.object({ firstSeen: day, lastSeen: day, title: diff, abstract: diff });

const appearance = z.object({
	digest: digestId,
	anchor: paperId,
	position: count,
	of: count,
	line: count,
});

const decision = z.object({ date: day, reason: z.string() });

const rule = z.enum(Object.keys(restorationRules) as [RestorationRuleName]);
const receivedParts = z.array(z.object({ text: z.string(), rule: rule.optional() }));
const received = z.object({
	title: receivedParts,
	abstract: receivedParts,
	changes: z.array(z.object({ received: z.string(), shown: z.string(), rule, count })),
});

const namedThing = z.object({ slug: z.string(), name: z.string() });

const paperLink = z.object({ url: z.string(), kind: z.enum(['code', 'project', 'data', 'model']) });

const papers = defineCollection({
	loader: viewLoader('papers', ({ papers }) => papers),
	schema: z.object({
		id: paperId,
		title: z.string(),
		titleHtml: z.string().optional(),
		titleTex: z.string().optional(),
		excerpt: z.string(),
		received: received.optional(),
		system: z.string().optional(),
		systems: z.array(namedThing),
		topics: z.array(namedThing),
		links: z.array(paperLink),
		related: z.array(
			z.object({
				id: paperId,
				title: z.string(),
				firstSeen: day,
				shares: z.array(z.string()),
			}),
		),
		seen: count,
		firstSeen: day,
		lastSeen: day,
		revised: day,
		formerRevisions: z.array(revision),
		appearances: z.tuple([appearance], appearance),
	}),
});

const digests = defineCollection({
	loader: viewLoader('digests', ({ digests }) => digests),
	schema: digestSummary.extend({
		earlier: digestId.optional(),
		later: digestId.optional(),
		entries: z.array(
			z.discriminatedUnion('kind', [
				z.object({
					kind: z.literal('printed'),
					paper: paperId,
					anchor: paperId.optional(),
					title: z.string(),
					titleTex: z.string().optional(),
					excerpt: z.string(),
					status,
					firstSeen: day,
					seen: count,
					link: paperLink.optional(),
				}),
				z.object({ kind: z.literal('removed'), paper: paperId, anchor: paperId }),
			]),
		),
	}),
});

const years = defineCollection({
	loader: viewLoader('years', ({ years }) => years),
	schema: z.object({
		id: z.string(),
		months: z.array(z.object({ id: z.string(), digests: z.array(digestSummary) })),
	}),
});

const letters = defineCollection({
	loader: viewLoader('letters', ({ letters }) => letters),
	schema: z.object({ id: z.string(), papers: z.array(paperSummary) }),
});

const former = z.discriminatedUnion('kind', [
	decision.extend({ kind: z.literal('moved'), id: paperId, into: paperId }),
	decision.extend({
		kind: z.literal('gone'),
		id: paperId,
		digests: z.tuple([digestId], digestId),
	}),
]);

/** One entry, `archive`: what is true of the whole. */
const overview = defineCollection({
	loader: viewLoader('overview', ({ overview }) => [overview]),
	schema: z.object({
		id: z.literal('archive'),
		papers: count,
		digests: count,
		returning: z.array(paperSummary),
		newest: z.array(digestSummary),
		letters: z.array(z.object({ id: z.string(), papers: count })),
		former: z.array(former),
		withdrawn: z.array(decision.extend({ id: digestId, day })),
		goneNames: z.array(
			z.object({
				kind: z.enum(['system', 'topic']),
				slug: z.string(),
				into: namedThing.optional(),
				near: z.array(namedThing),
			}),
		),
		shards: count,
	}),
});

const systems = defineCollection({
	loader: viewLoader('systems', ({ systems }) => systems),
	schema: z.object({
		id: z.string(),
		name: z.string(),
		aliases: z.array(z.string()),
		introducedBy: paperId.optional(),
		papers: z.array(paperSummary.extend({ quotes: z.array(z.string()) })),
		namesakes: z.array(z.object({ slug: z.string(), title: z.string() })),
	}),
});

const topics = defineCollection({
	loader: viewLoader('topics', ({ topics }) => topics),
	schema: z.object({
		id: z.string(),
		name: z.string(),
		papers: z.array(paperSummary),
		neighbours: z.array(namedThing.extend({ papers: count })),
	}),
});

const range = z.object({ from: count, to: count.optional(), papers: count });

/** One entry, `archive`: the numbers behind the pictures. */
const trends = defineCollection({
	loader: viewLoader('trends', ({ trends }) => [trends]),
	schema: z.object({
		id: z.literal('archive'),
		digests: z.array(z.object({ id: digestId, day, fresh: count, returning: count })),
		overlaps: z.array(z.object({ earlier: digestId, later: digestId, shared: count })),
		returning: z.array(paperSummary.extend({ lastSeen: day, digests: z.array(count) })),
		topics: z.array(namedThing.extend({ papers: count, perDigest: z.array(count) })),
		stays: z.array(range),
		timesSeen: z.array(range),
	}),
});

export const collections = { papers, digests, years, letters, systems, topics, overview, trends };

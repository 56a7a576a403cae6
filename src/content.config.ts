import { defineCollection } from 'astro:content';
import { viewLoader } from './loaders/view-loader.ts';
import { digestSummarySchema } from './model/digest-view.ts';
import { nameSummarySchema } from './model/name-view.ts';
import { paperSummarySchema } from './model/paper-view.ts';

// What lists show. All else of a page is taken from the archive itself: the store is read and
// written as one text, which an archive's abstracts would soon outgrow.

const papers = defineCollection({
	loader: viewLoader('papers', ({ papers }) =>
		Array.from(papers.values(), ({ id, title, firstSeen, seen }) => ({
			id,
			title,
			firstSeen,
			seen,
		})),
	),
	schema: paperSummarySchema,
});

const digests = defineCollection({
	loader: viewLoader('digests', ({ digests }) =>
		Array.from(digests.values(), ({ id, day, papers, fresh }) => ({ id, day, papers, fresh })),
	),
	schema: digestSummarySchema,
});

const systems = defineCollection({
	loader: viewLoader('systems', ({ systems }) =>
		Array.from(systems.values(), ({ slug, name, mentions }) => ({
			id: slug,
			name,
			papers: mentions.length,
		})),
	),
	schema: nameSummarySchema,
});

const topics = defineCollection({
	loader: viewLoader('topics', ({ topics }) =>
		Array.from(topics.values(), ({ slug, name, papers }) => ({
			id: slug,
			name,
			papers: papers.length,
		})),
	),
	schema: nameSummarySchema,
});

export const collections = { papers, digests, systems, topics };

import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { hasCode } from '../search/facet-file.ts';
import { isNarrowed, hasQuery, type SearchState } from '../search/engine/state.ts';
import { answer, onlyReads, refuse } from './answers.ts';
import type { PublishedSite } from './open-site.ts';

const mostFound = 50;
const excerptLength = 400;

const inputSchema = z.object({
	query: z
		.string()
		.default('')
		.describe('Words; "quoted words" stand side by side; -word leaves out papers that have it'),
	topics: z.array(z.string()).default([]).describe('Names of topics: a paper has one of them'),
	systems: z.array(z.string()).default([]).describe('Names of systems: a paper names one'),
	when: z
		.array(z.string().regex(/^\d{4}(-\d{2})?$/))
		.default([])
		.describe('Years or months, 2025 or 2025-03, in which a digest printed the paper'),
	withCode: z.boolean().default(false).describe('Only papers that give an address of code'),
	newestFirst: z.boolean().default(false).describe('By day instead of by relevance'),
	limit: z.int().min(1).max(mostFound).default(10),
	offset: z.int().min(0).default(0),
});

/** Add the search, the readers' own. */
export function addSearchTool(server: McpServer, { engine, whole }: PublishedSite): void {
	server.registerTool(
		'search',
		{
			title: 'Search papers',
			description:
				'Search titles and abstracts, as the search page of the archive does. Says how many papers were found, which have ' +
				'all words (`complete`), and which words no paper has.',
			inputSchema,
			annotations: onlyReads,
		},
		async (input) => {
			const state = stateOf(input);
			if (!hasQuery(state) && !isNarrowed(state))
				return refuse('nothing', 'a query, topics, systems, when or withCode');
			const { papers, complete, unknown, leads } = await engine.ask(state);
			const shown = papers.slice(input.offset, input.offset + input.limit);
			const found = await Promise.all(shown.map((paper) => engine.load(paper)));
			return answer({
				found: papers.length,
				complete,
				...(unknown.length > 0 && { unknown }),
				leads: leads.map((lead) => ({ ...lead, url: whole(lead.url) })),
				papers: found.map(({ url, title, text, systems, firstSeen, seen }) => ({
					id: url.split('/').at(-2),
					title,
					url: whole(url),
					firstSeen,
					timesSeen: seen,
					systems,
					beginning: text.slice(0, excerptLength),
				})),
			});
		},
	);
}

function stateOf({
	query,
	topics,
	systems,
	when,
	withCode,
	newestFirst,
}: z.infer<typeof inputSchema>): SearchState {
	const code = withCode ? [hasCode] : [];
	return {
		query,
		chosen: { when, digest: [], topic: topics, system: systems, code },
		sort: newestFirst ? 'newest' : 'relevance',
		isSaved: false,
	};
}

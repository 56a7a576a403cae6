import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { DigestRecord } from '../data/records.ts';
import { address } from '../model/address.ts';
import type { DigestId } from '../model/id.ts';
import { answer, briefPaper, onlyReads, refuse } from './answers.ts';
import type { PublishedSite } from './open-site.ts';
import { printingsOf } from './printings.ts';
import { trending } from './trending.ts';

const day = z.iso.date().describe('A day, 2025-04-28');
const mostTrending = 100;

/** Add what tells of days: a digest, what was trending, and what was known. */
export function addDayTools(server: McpServer, site: PublishedSite): void {
	addDigest(server, site);
	addTrending(server, site);
	addAsOf(server, site);
}

function addDigest(server: McpServer, site: PublishedSite): void {
	server.registerTool(
		'digest',
		{
			title: 'A day’s digest',
			description:
				'The papers of the digest of a day in the order of the feed, each new, known (seen before), revised or removed, and the SHA-256 of its dump.',
			inputSchema: z.object({ day }),
			annotations: onlyReads,
		},
		async ({ day }) => {
			const all = await site.data.digests();
			const digests = all.filter((digest) => digest.day === day);
			if (digests.length === 0) return refuse(day, nearDays(all, day));
			const shown = digests.map(async ({ id, sha256, entries }) => ({
				id,
				url: site.whole(address.digest(id as DigestId)),
				sha256,
				entries: await Promise.all(entries.map((entry) => entryOf(entry, site))),
			}));
			return answer(await Promise.all(shown));
		},
	);
}

async function entryOf({ paper, status }: DigestRecord['entries'][number], site: PublishedSite) {
	const record = await site.data.paper(paper);
	return { status, ...(record ? briefPaper(record, site) : { id: paper }) };
}

function nearDays(digests: readonly DigestRecord[], day: string): string {
	const before = digests.findLast((digest) => digest.day < day)?.day;
	const after = digests.find((digest) => digest.day > day)?.day;
	const near = [before, after].filter((one) => one !== undefined).join(' or ');
	return `a day with a digest, such as ${near || 'none yet'}`;
}

function addTrending(server: McpServer, site: PublishedSite): void {
	server.registerTool(
		'trending',
		{
			title: 'What was trending between two days',
			description:
				'Papers that digests between two days printed, those of most digests first, and the topics that most of these papers have.',
			inputSchema: z.object({
				from: day,
				to: day,
				limit: z.int().min(1).max(mostTrending).default(20),
			}),
			annotations: onlyReads,
		},
		async ({ from, to, limit }) => {
			const [digests, papers] = await Promise.all([site.data.digests(), site.data.papers()]);
			const { within, ranked, topics } = trending(digests, papers, from, to);
			return answer({
				digests: within.map(({ id }) => id),
				papers: ranked.length,
				topics: topics.slice(0, limit),
				most: ranked.slice(0, limit).map(({ paper, times }) => ({
					...briefPaper(paper, site),
					timesBetween: times,
				})),
			});
		},
	);
}

function addAsOf(server: McpServer, site: PublishedSite): void {
	server.registerTool(
		'as_of',
		{
			title: 'What was known on a day',
			description:
				'What the archive had by the end of a day: how many digests and papers; or of one paper, where it had been printed by then, with the ' +
				'SHA-256 of each dump, and whether it had its present wording.',
			inputSchema: z.object({
				day,
				paper: z.string().optional().describe('Its id, key for citations, or address'),
			}),
			annotations: onlyReads,
		},
		async ({ day, paper }) => {
			const digests = (await site.data.digests()).filter((digest) => digest.day <= day);
			if (paper === undefined) {
				const papers = new Set(
					digests.flatMap(({ entries }) => entries.map((entry) => entry.paper)),
				);
				return answer({
					digests: digests.length,
					papers: papers.size,
					latest: digests.at(-1)?.id ?? null,
				});
			}
			const record = await site.data.paper(paper);
			if (!record) return refuse(paper, 'the id, key or address of a paper of the archive');
			const printings = printingsOf(record, digests);
			return answer({
				...briefPaper(record, site),
				known: printings.length > 0,
				hadPresentWording: printings.length > 0 && record.revised <= day,
				printings,
			});
		},
	);
}

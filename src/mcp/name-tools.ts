import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { PaperRecord } from '../data/records.ts';
import { address } from '../model/address.ts';
import { answer, briefPaper, onlyReads, refuse } from './answers.ts';
import type { PublishedSite } from './open-site.ts';

const mostPapers = 100;
const mostNear = 8;

const input = (what: string) =>
	z.object({
		name: z.string().describe(`${what}, or the last part of its address`),
		limit: z.int().min(1).max(mostPapers).default(20).describe('Most papers, newest first'),
	});

/** Add what tells of named systems and of topics. */
export function addNameTools(server: McpServer, site: PublishedSite): void {
	addSystem(server, site);
	addTopic(server, site);
}

function addSystem(server: McpServer, site: PublishedSite): void {
	server.registerTool(
		'system',
		{
			title: 'A named system',
			description:
				'A model, method, data set or benchmark by its name: which paper introduces it and which mention it. Several may have one name.',
			inputSchema: input('A name, Mamba'),
			annotations: onlyReads,
		},
		async ({ name, limit }) => {
			const all = await site.data.systems();
			const found = named(all, name, ({ aliases }) => aliases);
			if (found.length === 0) return refuse(name, near(all, name, 'system'));
			const shown = found.map(async ({ papers, introducedBy, ...system }) => ({
				...system,
				url: site.whole(address.system(system.slug)),
				introducedBy: await briefOf(introducedBy, site),
				mentions: papers.length,
				papers: await newest(papers, limit, site),
			}));
			return answer(await Promise.all(shown));
		},
	);
}

function addTopic(server: McpServer, site: PublishedSite): void {
	server.registerTool(
		'topic',
		{
			title: 'A topic',
			description: 'A topic of the archive by its name: its papers, newest first.',
			inputSchema: input('A name, long context'),
			annotations: onlyReads,
		},
		async ({ name, limit }) => {
			const all = await site.data.topics();
			const [topic] = named(all, name, () => []);
			if (!topic) return refuse(name, near(all, name, 'topic'));
			return answer({
				slug: topic.slug,
				name: topic.name,
				url: site.whole(address.topic(topic.slug)),
				count: topic.papers.length,
				papers: await newest(topic.papers, limit, site),
			});
		},
	);
}

interface Named {
	readonly slug: string;
	readonly name: string;
}

/** Those of a name, whatever its case, hyphens and spaces. */
function named<Thing extends Named>(
	things: readonly Thing[],
	name: string,
	aliasesOf: (thing: Thing) => readonly string[],
): Thing[] {
	const key = keyOf(name);
	return things.filter((thing) =>
		[thing.slug, thing.name, ...aliasesOf(thing)].some((one) => keyOf(one) === key),
	);
}

function keyOf(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}+]/gu, '');
}

/** What may have been meant: names that have the name in them, or it them. */
function near(things: readonly Named[], name: string, kind: string): string {
	const key = keyOf(name);
	const alike = things
		.map((thing) => thing.name)
		.filter((one) => keyOf(one).includes(key) || key.includes(keyOf(one)));
	const names = alike.slice(0, mostNear).map((one) => `“${one}”`);
	return `the name of a ${kind} of the archive${names.length > 0 ? ` such as ${names.join(', ')}` : ''}`;
}

async function briefOf(id: string | null, site: PublishedSite) {
	const [paper] = await site.data.papersOf(id === null ? [] : [id]);
	return paper ? briefPaper(paper, site) : null;
}

/** Papers with those first seen last before the others. */
async function newest(ids: readonly string[], limit: number, site: PublishedSite) {
	const papers = await site.data.papersOf(ids);
	return papers
		.toSorted(byDay)
		.slice(0, limit)
		.map((paper) => briefPaper(paper, site));
}

function byDay(a: PaperRecord, b: PaperRecord): number {
	return a.firstSeen === b.firstSeen ? 0 : a.firstSeen < b.firstSeen ? 1 : -1;
}

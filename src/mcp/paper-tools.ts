import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { PaperRecord } from '../data/records.ts';
import { address, type CitationEnding } from '../model/address.ts';
import type { DigestId, PaperId } from '../model/id.ts';
import { answer, answerText, onlyReads, refuse } from './answers.ts';
import { citationIn } from './citation-in.ts';
import type { PublishedSite } from './open-site.ts';
import { printingsOf } from './printings.ts';
import { citation, citationAsPrinted } from './sentences.ts';

const paperName = z.string().describe('A paper: its id, its key for citations, or its address');
const expectedPaper = 'the id, key or address of a paper of the archive, as the search gives it';

/** Add what tells of one paper: its record, and how to cite it. */
export function addPaperTools(server: McpServer, site: PublishedSite): void {
	addPaper(server, site);
	addCite(server, site);
}

function addPaper(server: McpServer, site: PublishedSite): void {
	server.registerTool(
		'paper',
		{
			title: 'A paper',
			description:
				'All that the archive has of a paper: title, abstract, days, digests, topics, systems, links, and authors where the feed gave them.',
			inputSchema: z.object({ paper: paperName }),
			annotations: onlyReads,
		},
		async ({ paper }) => {
			const record = await site.data.paper(paper);
			if (!record) return refuse(paper, expectedPaper);
			return answer({ ...record, url: site.whole(address.paper(record.id as PaperId)) });
		},
	);
}

function addCite(server: McpServer, site: PublishedSite): void {
	server.registerTool(
		'cite',
		{
			title: 'Cite a paper',
			description:
				'A paper for a list of references: a sentence, BibTeX, RIS or CSL-JSON as the archive publishes them; or `as-printed`, ' +
				'a sentence with place and SHA-256 of the dump, which anyone can verify.',
			inputSchema: z.object({
				paper: paperName,
				format: z
					.enum(['sentence', 'bibtex', 'ris', 'csl-json', 'as-printed'])
					.default('sentence'),
				digest: z
					.string()
					.optional()
					.describe('For as-printed: the digest, 2025-04-28; else the last that had it'),
			}),
			annotations: onlyReads,
		},
		async ({ paper, format, digest }) => {
			const record = await site.data.paper(paper);
			if (!record) return refuse(paper, expectedPaper);
			if (format === 'as-printed') return asPrinted(record, digest, site);
			if (format === 'sentence') return answerText(citation(record, site));
			return answerText(await published(record, endings[format], site));
		},
	);
}

const endings = { bibtex: 'bib', ris: 'ris', 'csl-json': 'json' } as const;

/** The citation as it stands in the file of a digest that printed the paper. */
async function published(
	{ citeKey, digests }: PaperRecord,
	ending: CitationEnding,
	{ read }: PublishedSite,
): Promise<string> {
	const text = await read(address.citations(digests.at(-1) as DigestId, ending));
	return citationIn(text, citeKey, ending);
}

async function asPrinted(paper: PaperRecord, digest: string | undefined, site: PublishedSite) {
	const printings = printingsOf(paper, await site.data.digests());
	const printing =
		digest === undefined ? printings.at(-1) : printings.find((one) => one.digest === digest);
	if (!printing)
		return refuse(digest ?? 'nothing', `a digest that has it: ${paper.digests.join(', ')}`);
	return answerText(citationAsPrinted(paper, printing, site));
}

import { setTimeout as delay } from 'node:timers/promises';
import { formatEnrichment, parseEnrichment } from '../src/archive/enrichment/enrichment-lines.ts';
import { matchArxiv, titleQuery } from '../src/archive/enrichment/match-arxiv.ts';
import { changeContent } from '../src/disk/change-content.ts';
import { readContent } from '../src/disk/content-folder.ts';
import { formatCount } from '../src/language/format.ts';
import { applySettings } from '../src/loaders/apply-settings.ts';
import type { Content } from '../src/model/content.ts';
import type { EnrichmentLine } from '../src/model/enrichment.ts';
import { currentRevision, type Paper } from '../src/model/paper.ts';
import { parseArxivAnswer } from '../src/parse/parse-arxiv-answer.ts';
import { readArchive } from '../src/pipeline.ts';
import { fresh } from '../src/pipeline/read-records.ts';
import { readArguments, UsageError } from './arguments.ts';
import { FetchError, getBytes, type FetchBounds } from './fetch/get-bytes.ts';
import { userAgent } from './fetch/user-agent.ts';
import { runHere, type Terminal } from './run.ts';

const usage =
	'npm run enrich -- [--most N] [--again] [--content DIR] [--url ADDRESS] [--pause SECONDS]';

const arxivApi = 'https://export.arxiv.org/api/query';
// What arXiv asks of programs: https://info.arxiv.org/help/api/tou.html
const politePause = 3;
// Papers of one title are few.
const mostFound = 10;
const bounds: FetchBounds = {
	size: 4 * 1024 * 1024,
	answer: 30_000,
	total: 600_000,
	retries: 4,
	pause: 1000 * politePause,
	wait: 300_000,
};

/**
 * `npm run enrich`: ask arXiv for papers that are known by title and abstract alone, newest first, and write down
 * each answer as it comes, so that a run goes on where the one before ended.
 */
export async function enrich(terminal: Terminal): Promise<number> {
	const { values } = readArguments(terminal.parameters, usage, {
		content: { type: 'string', default: 'content' },
		most: { type: 'string', default: '100' },
		again: { type: 'boolean', default: false },
		url: { type: 'string', default: arxivApi },
		pause: { type: 'string', default: String(politePause) },
	});
	const { most, pause, url } = readNumbers(values);
	await applySettings(values.content);
	const content = await readContent(values.content);
	const unknown = papersToAsk(content, values.again);
	const counts = { found: 0, title: 0, abstract: 0 };
	for (const [index, paper] of unknown.slice(0, most).entries()) {
		if (index > 0) await delay(1000 * pause);
		const line = await ask(paper, url);
		await keep(values.content, line);
		counts[line.none ?? 'found']++;
		terminal.print(`${paper.id}  ${describe(line)}  ${currentRevision(paper).title}`);
	}
	const left = Math.max(0, unknown.length - most);
	terminal.print(
		`${counts.found} found, ${counts.title} not by title, ${counts.abstract} with another abstract; ` +
			`${formatCount(left, 'paper')} left to ask for.`,
	);
	return 0;
}

function readNumbers(values: {
	readonly most: string;
	readonly pause: string;
	readonly url: string;
}) {
	const [most, pause] = [Number(values.most), Number(values.pause)];
	if (!Number.isInteger(most) || most < 1)
		throw refuse(`--most ${values.most}, expected a number`);
	const url = URL.parse(values.url);
	if (!url || !/^https?:$/.test(url.protocol))
		throw refuse(`--url ${values.url}, expected an address`);
	const least = /(?:^|\.)arxiv\.org$/.test(url.hostname) ? politePause : 0;
	if (!(pause >= least))
		throw refuse(`--pause ${values.pause}, expected at least ${least} seconds`);
	return { most, pause, url };
}

function refuse(found: string): UsageError {
	return new UsageError(`Unexpected ${found}\nUsage: ${usage}`);
}

/** Papers of which nothing but the texts is known, and that were not asked for, newest first. */
function papersToAsk(content: Content, again: boolean): Paper[] {
	const { papers } = readArchive(content);
	const lines = parseEnrichment(content.enrichment, () => true);
	return papers
		.filter(({ id, facts }) => {
			const line = lines.get(id);
			const isDecided = line?.by === 'hand' || line?.reviewed === true;
			return facts === undefined && !isDecided && (line === undefined || again);
		})
		.toReversed();
}

/** What arXiv has of a paper. Throws a `FetchError` if its answer is none. */
async function ask(paper: Paper, endpoint: URL): Promise<EnrichmentLine> {
	const query = titleQuery(paper);
	if (query === '') return { paper: paper.id, by: 'arxiv', none: 'title' };
	const address = new URL(endpoint);
	address.searchParams.set('search_query', query);
	address.searchParams.set('max_results', String(mostFound));
	const asker = { userAgent: userAgent(), accept: 'application/atom+xml' };
	const bytes = await getBytes(address.href, asker, bounds);
	try {
		return matchArxiv(paper, parseArxivAnswer(new TextDecoder().decode(bytes)));
	} catch (error) {
		throw new FetchError(
			`${address.href}: ${(error as Error).message}. What was found before is kept; run it again later.`,
			{ cause: error },
		);
	}
}

/** Add a line to what is there by now; of a paper that a person decided of meanwhile there is nothing to add. */
async function keep(folder: string, line: EnrichmentLine): Promise<void> {
	await changeContent(
		folder,
		(content) => withLine(content, line),
		(content) => content,
	);
}

function withLine(content: Content, line: EnrichmentLine): Content {
	const text = String(content.enrichment);
	const former = parseEnrichment(content.enrichment, () => true).get(line.paper);
	if (former?.by === 'hand' || former?.reviewed) return content;
	// A person's editor may have left out the last line end.
	const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
	return { ...content, enrichment: fresh(content.enrichment, before + formatEnrichment([line])) };
}

/** `2409.02795 (0.98)` */
function describe({ arxiv, score, none }: EnrichmentLine): string {
	if (arxiv !== undefined) return `${arxiv} (${score})`;
	return none === 'abstract' ? `another abstract (${score})` : 'not found';
}

if (import.meta.main) await runHere(enrich);

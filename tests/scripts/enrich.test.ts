import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enrich } from '../../scripts/enrich.ts';
import { ingest } from '../../scripts/ingest.ts';
import { readContent } from '../../src/disk/content-folder.ts';
import type { PaperId } from '../../src/model/id.ts';
import type { PaperView } from '../../src/model/paper-view.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { arxivAnswer } from '../support/arxiv-answer.ts';
import { callScript } from '../support/call-script.ts';
import { abstractNumber, writeDump } from '../support/dumps.ts';
import { feedServer, type Answer } from '../support/feed-server.ts';
import { temporaryFolder } from '../support/folders.ts';

const alpha = { id: '2503.00001', title: 'Alpha: The First', abstract: abstractNumber(1) };
const beta = { id: '2503.00002', title: 'Beta', abstract: abstractNumber(2) };
const give =
	(...papers: Parameters<typeof arxivAnswer>[0]): Answer =>
	(response) =>
		response.end(arxivAnswer(papers));

/** An archive of two papers that are known by their texts, and an arXiv that answers like this. */
async function startArchive(answer: Answer) {
	const folder = await temporaryFolder();
	const content = join(folder, 'content');
	const file = join(folder, '2025-03-11.txt');
	await writeFile(
		file,
		writeDump('Mar 11', [
			['Beta', beta.abstract],
			['Alpha: the first', alpha.abstract],
		]),
	);
	await callScript(ingest, [file, '--content', content]);
	const arxiv = await feedServer({ '/api/query': answer });
	const options = ['--content', content, '--pause', '0', '--url', `${arxiv.url}/api/query`];
	const path = join(content, 'enrichment.jsonl');
	const papers = async () => {
		const views = runPipeline(await readContent(content)).papers.values();
		return Object.fromEntries(Array.from(views, (paper) => [paper.title.slice(0, 1), paper]));
	};
	const ids = await papers().then(({ A, B }) => ({ alpha: A!.id, beta: B!.id }));
	return {
		ids,
		arxiv,
		path,
		papers: papers as () => Promise<{ A: PaperView; B: PaperView }>,
		run: (...parameters: string[]) => callScript(enrich, [...options, ...parameters]),
		lines: async () => {
			const text = await readFile(path, 'utf8').catch(() => '');
			return text
				.split('\n')
				.filter(Boolean)
				.map((line) => JSON.parse(line) as Record<string, unknown>);
		},
	};
}

const lineOf = (paper: PaperId, more: object = {}) =>
	`${JSON.stringify({ paper, by: 'hand', ...more })}\n`;

describe('npm run enrich', () => {
	test('asks for papers by title, newest first, and writes down what agrees', async () => {
		const { run, arxiv, lines, ids } = await startArchive((response, _ask, request) =>
			give(request.url!.includes('Alpha') ? alpha : beta)(response, 1, request),
		);
		expect(await run()).toMatchObject({
			code: 0,
			stdout: expect.stringContaining(
				'2 found, 0 not by title, 0 with another abstract; 0 papers left',
			),
		});
		expect(
			arxiv.asked.map((path) => new URLSearchParams(path.split('?')[1]).get('search_query')),
		).toEqual(['ti:"Alpha the first"', 'ti:"Beta"']);
		expect(arxiv.headers).toMatchObject({
			'user-agent': 'Offprint',
			accept: 'application/atom+xml',
		});
		const [first] = await lines();
		expect(first).toEqual({
			paper: ids.alpha,
			by: 'arxiv',
			arxiv: '2503.00001',
			authors: ['Ada Example', 'Zhāng Wěi'],
			published: '2025-03-10',
			score: 1,
		});
	});

	test('finds a paper whose title has TeX in it', async () => {
		const folder = await temporaryFolder();
		const [content, file] = [join(folder, 'content'), join(folder, '2025-03-11.txt')];
		const title = String.raw`An $\epsilon$-Greedy Look at \emph{Fast} Maps`;
		await writeFile(file, writeDump('Mar 11', [[title, abstractNumber(5)]]));
		await callScript(ingest, [file, '--content', content]);
		// As a search does that has other words for TeX.
		const arxiv = await feedServer({
			'/api/query': (response, ask, request) => {
				const query = new URLSearchParams(request.url!.split('?')[1]).get('search_query')!;
				const found = /ti:"An" AND ti:"Look at" AND ti:"Maps"/.test(query);
				const paper = { id: '2503.00005', title, abstract: abstractNumber(5) };
				give(...(found ? [paper] : []))(response, ask, request);
			},
		});
		const options = ['--content', content, '--pause', '0', '--url', `${arxiv.url}/api/query`];
		expect((await callScript(enrich, options)).stdout).toContain('1 found');
	});

	test('lets a build show them, like what the feed says, without asking anybody', async () => {
		const { run, papers } = await startArchive(give(alpha));
		await run();
		const { A, B } = await papers();
		expect(A).toMatchObject({
			arxiv: '2503.00001',
			authors: ['Ada Example', 'Zhāng Wěi'],
			published: '2025-03-10',
		});
		expect([B.arxiv, B.authors, B.published]).toEqual([undefined, undefined, undefined]);
	});

	test.each([
		['none', [], { none: 'title' }],
		[
			'a near title over its very abstract',
			[{ ...alpha, title: 'Alpha: The Second' }],
			{ none: 'title' },
		],
		[
			'its title over another abstract',
			[{ ...alpha, abstract: 'We breed mice in the dark.' }],
			{ none: 'abstract', score: 0 },
		],
		[
			'several, of which one is it',
			[{ ...alpha, id: '2503.00009', abstract: 'We breed mice.' }, beta, alpha],
			{ arxiv: alpha.id },
		],
		[
			'itself under other signs',
			[{ ...alpha, title: '$\\text{ALPHA}$ – the first'.replace('\\text', '') }],
			{ arxiv: alpha.id },
		],
	])('of %s it takes what is right', async (_, found, expected) => {
		const { run, lines } = await startArchive(give(...found));
		await run('--most', '1');
		expect(await lines()).toEqual([expect.objectContaining(expected)]);
	});

	test('goes on where it ended, asks for no paper twice, and for some only when told to', async () => {
		const { run, arxiv, lines } = await startArchive(give());
		expect((await run('--most', '1')).stdout).toContain('1 paper left to ask for');
		expect((await run('--most', '1')).stdout).toContain('0 papers left to ask for');
		await run();
		expect([arxiv.asked.length, (await lines()).length]).toEqual([2, 2]);
		await run('--again');
		expect(arxiv.asked).toHaveLength(4);
	});

	test('leaves alone what a person wrote or reviewed', async () => {
		const { run, arxiv, path, ids, papers } = await startArchive(give(alpha));
		await writeFile(
			path,
			lineOf(ids.alpha, { by: 'arxiv', none: 'title', reviewed: true }) + lineOf(ids.beta),
		);
		await run('--again');
		expect(arxiv.asked).toEqual([]);
		expect((await papers()).A.arxiv).toBeUndefined();
	});

	test('what a person writes wins, wherever it stands, and may be that there is nothing', async () => {
		const { run, path, ids, papers } = await startArchive(give(alpha));
		await run();
		const found = await readFile(path, 'utf8');
		const own = lineOf(ids.alpha, { arxiv: '2503.07777', authors: ['A. Person'] });
		await writeFile(path, own + found);
		expect((await papers()).A).toMatchObject({ arxiv: '2503.07777', authors: ['A. Person'] });
		await writeFile(path, found.trimEnd());
		await appendFile(path, `\n${lineOf(ids.alpha)}`);
		expect((await papers()).A.arxiv).toBeUndefined();
	});

	test('a decision that a person takes while arXiv is asked stays', async () => {
		const archive = await startArchive((response, ask, request) => {
			void writeFile(archive.path, lineOf(archive.ids.alpha)).then(() =>
				give(alpha)(response, ask, request),
			);
		});
		await archive.run('--most', '1');
		expect(await archive.lines()).toEqual([{ paper: archive.ids.alpha, by: 'hand' }]);
	});

	test('waits as long as arXiv wants, and takes what it says then', async () => {
		let asked = 0;
		const { run, lines } = await startArchive((response, ask, request) => {
			if (asked++ > 0) give(alpha)(response, ask, request);
			else response.writeHead(503, { 'retry-after': '1' }).end('Busy');
		});
		const start = performance.now();
		expect((await run('--most', '1')).code).toBe(0);
		expect(performance.now() - start).toBeGreaterThanOrEqual(990);
		expect(await lines()).toHaveLength(1);
	});

	test.each<[string, Answer, string]>([
		['no XML', (response) => response.end('Rate exceeded.'), 'expected XML'],
		[
			'half a feed',
			(response) => response.end(arxivAnswer([alpha]).slice(0, 900)),
			'expected XML',
		],
		[
			'an error',
			(response) =>
				response.end(
					arxivAnswer([alpha]).replace('arxiv.org/abs/', 'arxiv.org/api/errors#'),
				),
			'Unexpected entry',
		],
		['a refusal', (response) => response.writeHead(403).end(), 'answers 403'],
		[
			'too much',
			(response) => response.end(`<feed>${' '.repeat(5 * 1024 * 1024)}</feed>`),
			'more than 4 MB',
		],
		[
			'a long wait',
			(response) => response.writeHead(503, { 'retry-after': '3600' }).end(),
			'asks for a longer pause',
		],
	])('ends at %s in one line, and keeps what was found before', async (_, bad, said) => {
		let asked = 0;
		const { run, lines } = await startArchive((response, ask, request) =>
			asked++ === 0 ? give(alpha)(response, ask, request) : bad(response, ask, request),
		);
		const { code, stderr } = await run();
		expect(code).toBe(1);
		expect(stderr).toMatch(/^http\S+:? .*\n$/);
		expect(stderr).toContain(said);
		expect((await lines()).map(({ arxiv }) => arxiv)).toEqual([alpha.id]);
	});

	test.each([
		[['--most', '0'], 'expected a number'],
		[['--url', 'file:///etc/passwd'], 'expected an address'],
		[
			['--url', 'https://export.arxiv.org/api/query', '--pause', '1'],
			'expected at least 3 seconds',
		],
		[['--pause', 'soon'], 'expected at least 0 seconds'],
	])('refuses %s', async (parameters, expected) => {
		const { run, arxiv } = await startArchive(give());
		const { code, stderr } = await run(...parameters);
		expect([code, arxiv.asked]).toEqual([1, []]);
		expect(stderr).toContain(expected);
	});

	test.each([
		['no JSON', () => 'x', '1:1: Unexpected `x`, expected an object with `paper` and `by`'],
		[
			'a paper that is none',
			() => lineOf('0000000000' as PaperId),
			'expected a paper of the ledger',
		],
		[
			'authors of nothing',
			(paper: PaperId) => lineOf(paper, { authors: ['A'] }),
			'expected the `arxiv` id of the paper that the rest is of',
		],
		[
			'an unknown field',
			(paper: PaperId) => lineOf(paper, { votes: 3 }),
			'1:35: Unexpected `votes: 3`, expected a key that has a meaning here',
		],
		[
			'a version',
			(paper: PaperId) => lineOf(paper, { arxiv: '2503.00001v2' }),
			'expected an arXiv id such as `2409.02795`',
		],
		[
			'a script for an address',
			(paper: PaperId) =>
				lineOf(paper, { arxiv: '2503.00001', project: 'javascript:alert(1)' }),
			'expected an address',
		],
	])('a build refuses %s, and says where', async (_, write, expected) => {
		const { path, ids, papers } = await startArchive(give());
		await writeFile(path, write(ids.alpha));
		const error = await papers().then(
			() => undefined,
			(reason: unknown) => reason as { files: { messages: unknown[] }[] },
		);
		expect(error!.files.flatMap(({ messages }) => messages.map(String)).join('\n')).toContain(
			expected,
		);
	});
});

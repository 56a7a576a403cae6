import { execFile } from 'node:child_process';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expectedSite } from '../src/build/expected-site.ts';
import { takeViews } from '../src/build/kept-views.ts';
import type { SiteAddress } from '../src/build/offprint-config.ts';
import type { listPages } from '../src/build/views.ts';
import { writePages } from '../src/build/write-pages.ts';
import { writeCards } from '../src/build/write-cards.ts';
import { cardsOf } from '../src/cards/card.ts';
import {
	checkSite,
	readSite,
	type SiteExpectations,
	type SiteReport,
} from '../src/check/check-site.ts';
import type { Contents } from '../src/check/read-file.ts';
import { formatSums } from '../src/check/sums.ts';
import { dataFiles } from '../src/data/data-files.ts';
import { isAlive } from '../src/disk/holder.ts';
import { publish } from '../src/disk/site-folder.ts';
import { formatCount, formatNumber } from '../src/language/format.ts';
import { createArchiveSource } from '../src/loaders/archive-source.ts';
import { provideAnswers } from '../src/loaders/current-answers.ts';
import { provideArchive } from '../src/loaders/current-archive.ts';
import { address } from '../src/model/address.ts';
import type { ArchiveView, RestorationReport } from '../src/model/view.ts';
import { openIndex } from '../src/search/build/open-index.ts';
import { writeIndexBeside } from '../src/search/build/write-index-beside.ts';
import { lazily } from '../src/search/engine/lazily.ts';
import { sitemapFiles } from '../src/sitemap/sitemap-files.ts';
import { answerQuestions } from '../src/watch/answer-questions.ts';
import { isRefused, SiteError } from './check-report.ts';
import { formatMessages } from './run.ts';

const runFile = promisify(execFile);

const root = resolve(import.meta.dirname, '..');

const compiler = join(import.meta.dirname, 'compile.ts');

/** What to build from, for where, into which folder; paths are absolute. */
export interface BuildOptions extends SiteAddress {
	readonly content: string;
	readonly out: string;
}

/** How many seconds each stage took. */
type Stages = Map<string, number>;

/** What `views.ts` is compiled into. */
interface Entry {
	readonly listPages: typeof listPages;
}

/** The compiled pages. */
interface Views {
	/** A folder of what the pages load, which becomes the site. */
	readonly assets: string;
	/** The module of `views.ts`. */
	readonly entry: string;
}

/**
 * Make the site, check it, and put it in the place of the one before. Gives what to tell the person who
 * asked for it. Rejects with a `ContentError` or a `SiteError`; the site before is then untouched.
 */
export async function makeSite(options: BuildOptions): Promise<string> {
	const stages: Stages = new Map();
	const staging = join(root, '.cache', 'builds', String(process.pid));
	const source = createArchiveSource(options.content);
	provideArchive(source);
	await clearLeftovers(dirname(staging));
	const stop = new AbortController();
	const views = timed(stages, 'compile', () => prepareViews(options, staging, stop.signal));
	// Awaited when the archive is read; until then a failure is nobody's yet.
	views.catch(() => {});
	try {
		const archive = await timed(stages, 'read', () => source.read());
		const { assets, entry } = await views;
		const report = await writeSite(options, archive, { assets, entry }, stages);
		await timed(stages, 'swap', () => publish(assets, options.out));
		return formatBuild(archive, stages, report);
	} finally {
		stop.abort();
		await Promise.allSettled([views]);
		await rm(staging, { recursive: true, force: true });
	}
}

/** A build that was killed leaves its folder; whoever is not alive will not come back for it. */
async function clearLeftovers(folder: string): Promise<void> {
	for (const name of await readdir(folder).catch(() => [])) {
		if (!isAlive(Number(name))) await rm(join(folder, name), { recursive: true, force: true });
	}
}

/** Compile the pages, or take those of an earlier build, in a process beside the reading. */
async function prepareViews(
	address: SiteAddress,
	staging: string,
	signal: AbortSignal,
): Promise<Views> {
	const folder = join(staging, 'views');
	await takeViews(root, address, folder, async ({ site, base }, place) => {
		const parameters = [...process.execArgv, compiler, site, base, place];
		await runFile(process.execPath, parameters, { cwd: root, signal });
	});
	return {
		assets: join(folder, 'client'),
		entry: pathToFileURL(join(folder, 'server', 'entry.mjs')).href,
	};
}

/** Write all files of the site into the folder of its assets, and check them, the index beside both. */
async function writeSite(
	{ site, base }: SiteAddress,
	archive: ArchiveView,
	{ assets, entry }: Views,
	stages: Stages,
): Promise<SiteReport> {
	const beside = `${assets}.index`;
	const index = timed(stages, 'index', () => writeIndexBeside(archive.papers.values(), beside));
	// Awaited when the pages are done; until then a failure is nobody's yet.
	index.catch(() => {});
	const answers = lazily(async () => {
		if (archive.questions.length > 0) await index;
		return answerQuestions(archive.questions, openIndex(beside));
	});
	provideAnswers(answers);
	const url = new URL(base, site);
	await timed(stages, 'pages', async () => {
		const { listPages }: Entry = await import(entry);
		const pages = await listPages(site);
		await writePages(pages.toSorted(lastThatWait), assets, showProgress(pages.length));
		const files = [
			...dataFiles(archive, url.href),
			...(await sitemapFiles(archive, url.href, await answers())),
		];
		const { drawCard } = await import('../src/cards/draw-card.ts');
		await writeCards(root, cardsOf(archive), assets, drawCard);
		for (const [path, content] of files) {
			await mkdir(dirname(join(assets, path)), { recursive: true });
			await writeFile(join(assets, path), content);
		}
	});
	const pages = await timed(stages, 'check', async () => readSite(assets, url.origin));
	await index;
	await rename(beside, join(assets, address.index));
	return timed(stages, 'check', () => check(assets, expectedSite(archive, url.href), pages));
}

// What shows the answers to standing questions waits for the index, which is made beside the other pages.
const waitingRe = /^(?:\/feeds)?\/watch\/|^\/trends\/$/;

function lastThatWait(a: { readonly path: string }, b: { readonly path: string }): number {
	return Number(waitingRe.test(a.path)) - Number(waitingRe.test(b.path));
}

/** A line on standard error now and then while pages are written; none for a site done in a moment. */
function showProgress(pages: number): (done: number) => void {
	const interval = process.stderr.isTTY ? 1_000 : 10_000;
	let next = performance.now() + interval;
	return (done) => {
		if (performance.now() < next) return;
		next = performance.now() + interval;
		const line = `${formatNumber(done)} of ${formatCount(pages, 'page')} …`;
		process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
	};
}

/** A site that breaks a promise is never published. One that holds gets the sums of its files. */
async function check(
	folder: string,
	expected: SiteExpectations,
	pages: Contents,
): Promise<SiteReport> {
	const report = checkSite(folder, expected, pages);
	if (isRefused(report)) throw new SiteError(report);
	await writeFile(join(folder, address.manifest), formatSums(report.sums));
	return report;
}

async function timed<Result>(
	stages: Stages,
	name: string,
	action: () => Promise<Result>,
): Promise<Result> {
	const start = performance.now();
	const result = await action();
	// A stage may have two parts.
	stages.set(name, (stages.get(name) ?? 0) + (performance.now() - start) / 1000);
	return result;
}

function formatBuild(
	{ papers, digests, restoration, notes }: ArchiveView,
	stages: Stages,
	{ pages, files, bytes, links }: SiteReport,
): string {
	const seconds = ['compile', 'read', 'pages', 'index', 'check', 'swap'].map(
		(name) => `${name} ${(stages.get(name) ?? 0).toFixed(1)} s`,
	);
	return [
		`${formatCount(papers.size, 'paper')}, ${formatCount(digests.size, 'digest')}: ` +
			`${formatCount(pages, 'page')}, ${formatCount(files, 'file')}, ${(bytes / 1e6).toFixed(1)} MB, ` +
			`${formatCount(links, 'link')} checked`,
		...formatRestoration(restoration),
		...(notes.length > 0 ? [formatMessages(notes)] : []),
		`${seconds.join(', ')} (pages are compiled beside the reading, the index is made beside pages and check)`,
	].join('\n');
}

/** How many stretches of text each rule restored, most first; and what could not be set. */
function formatRestoration({ counts, files }: RestorationReport): string[] {
	const rules = Object.entries(counts)
		.toSorted(([, a], [, b]) => b - a)
		.map(([rule, count]) => `${rule} ${formatNumber(count)}`);
	return [
		...(rules.length > 0 ? [`restored: ${rules.join(', ')}`] : []),
		...(files.length > 0 ? [formatMessages(files)] : []),
	];
}

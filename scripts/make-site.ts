import { copyFile, readdir, rm } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { keptFolder } from '../src/kept/kept-folder.ts';
import { openResults, type Count, type KeptResults } from '../src/kept/kept-results.ts';
import { openFileWriter, type FileWriter } from '../src/kept/file-writer.ts';
import { openPages, type KeptPages } from '../src/kept/kept-pages.ts';
import { sourceKey } from '../src/kept/source-key.ts';
import { placeForSpare, takeSpare } from '../src/kept/spare-site.ts';
import { traceArchive } from '../src/kept/traced-archive.ts';
import { besideOrHere, openLanes, type Lanes } from '../src/build/lanes.ts';
import type { SiteAddress } from '../src/build/offprint-config.ts';
import type { listPages } from '../src/build/views.ts';
import { writePages } from '../src/build/write-pages.ts';
import { writeCardsBeside } from '../src/kept/write-cards-beside.ts';
import { cardsOf } from '../src/cards/card.ts';
import type { ComparedSite } from '../src/check/site-changes.ts';
import { restOfData } from '../src/data/about-data.ts';
import { archiveRecords, type ArchiveRecords } from '../src/data/archive-records.ts';
import { packBeside } from '../src/data/pack-beside.ts';
import type { PackedFiles } from '../src/data/packed-files.ts';
import { plainFiles } from '../src/data/plain-files.ts';
import { pictureNames } from '../src/disk/content-folder.ts';
import { isAlive } from '../src/disk/holder.ts';
import { publish } from '../src/disk/site-folder.ts';
import { formatCount, formatNumber } from '../src/language/format.ts';
import { createArchiveSource } from '../src/loaders/archive-source.ts';
import { provideAnswers } from '../src/loaders/current-answers.ts';
import { provideArchive } from '../src/loaders/current-archive.ts';
import { address } from '../src/model/address.ts';
import type { Answered } from '../src/model/questions.ts';
import type { ArchiveView } from '../src/model/view.ts';
import { openIndex } from '../src/search/build/open-index.ts';
import { openTextsThread, type TextsThread } from '../src/kept/texts-beside.ts';
import { lazily } from '../src/search/engine/lazily.ts';
import { sitemapFiles } from '../src/sitemap/sitemap-files.ts';
import { formatBuild, type Made } from './build-report.ts';
import { formatChanges, siteIn } from './changes-report.ts';
import { answerQuestions } from '../src/watch/answer-questions.ts';
import { checkBuild, type CheckedSite } from './check-build.ts';
import type { ComingViews, Views } from './prepare-views.ts';

const root = resolve(import.meta.dirname, '..');

// Left to itself, a thread's heap grows to several times what is in use before garbage is looked for.
const heapGrowth = '--heap-growing-percent=25';

/** What to build from, for where, into which folder; paths are absolute. */
export interface BuildOptions extends Required<SiteAddress> {
	readonly content: string;
	readonly out: string;
	/** A site that the new one is compared with before it takes its place. */
	readonly before?: ComparedSite | undefined;
}

/** A site on its way. */
interface Work {
	readonly options: BuildOptions;
	readonly archive: ArchiveView;
	readonly views: Promise<Views>;
	/** The folder that becomes the site, and what writes into it. */
	readonly site: string;
	readonly writer: FileWriter;
	/** Has begun with the texts of the archive. */
	readonly texts: TextsThread;
	/** What earlier builds found out. */
	readonly results: KeptResults;
	/** For what is done beside the pages and the check. */
	readonly lanes: Lanes;
	/** How many seconds each stage took. */
	readonly stages: Map<string, number>;
}

/** What it takes to write pages. The name under which they are kept is that of the content. */
interface ViewWork extends Pick<Work, 'options' | 'archive' | 'writer'> {
	readonly views: Views;
}

/** What `views.ts` is compiled into. */
interface Entry {
	readonly listPages: typeof listPages;
}

/** What is made beside the pages: the folder of the cards, and what the data is made of. */
interface FilesBeside {
	readonly cards: Promise<string>;
	readonly records: ArchiveRecords;
	readonly packed: () => Promise<PackedFiles>;
}

/** How many pages were written, and what is to be written yet. */
interface WrittenFiles {
	readonly pages: Count;
	readonly data: () => Promise<ReadonlyMap<string, string | Uint8Array>>;
}

/** A site that is in its place. */
export interface NewSite {
	/** What to tell the person who asked for it. */
	readonly report: string;
	/** How each of its files was found, by its path from the root; nothing where they had to be copied. */
	readonly states: ReadonlyMap<string, string> | undefined;
}

/**
 * Make the site, check it, and put it in the place of the one before. Rejects with a `ContentError` or a
 * `SiteError`; the site before is then untouched.
 */
export async function makeSite(
	options: BuildOptions,
	{ staging, ...coming }: ComingViews,
): Promise<NewSite> {
	const stages = new Map<string, number>();
	setFlagsFromString(heapGrowth);
	// The threads find compiled what this one has loaded.
	flushCompileCache();
	const results = openResults(root, options.content);
	await clearLeftovers(dirname(staging));
	const kept = keptFolder(root, options.content);
	const site = join(staging, 'site');
	// Looks through what is there while the archive is read.
	const writer = openFileWriter(site, takeSpare(root, options.out, site));
	const texts = openTextsThread({ root, folder: kept, toIndex: true });
	const aids = { keep: results.keep, findNearest: texts.findNearest };
	const source = createArchiveSource(options.content, aids);
	const stop = new AbortController();
	try {
		const archive = await timed(stages, 'read', () => source.read());
		results.save();
		const lanes = openLanes(stop.signal);
		const { views } = coming;
		const work = { options, archive, views, site, writer, texts, results, lanes, stages };
		const { states, ...made } = await writeSite(work);
		const changes =
			options.before && formatChanges(options.before, siteIn(site, made.report.sums));
		const spare = placeForSpare(root, options.out);
		const isMoved = await timed(stages, 'swap', () => publish(site, options.out, spare));
		const report = [...(changes ? [changes] : []), formatBuild(archive, stages, made)];
		return { report: report.join('\n'), states: isMoved ? states : undefined };
	} finally {
		stop.abort();
		await Promise.allSettled([coming.stop(), texts.stop(), writer.stop()]);
		await rm(staging, { recursive: true, force: true });
	}
}

/** A build that was killed leaves its folder; whoever is not alive will not come back for it. */
export async function clearLeftovers(folder: string): Promise<void> {
	for (const name of await readdir(folder).catch(() => [])) {
		if (!isAlive(Number(name))) await rm(join(folder, name), { recursive: true, force: true });
	}
}

/** Write all files of the site into its folder, and check them. */
async function writeSite(work: Work): Promise<Made & CheckedSite> {
	const { options, archive, writer, lanes, results, stages } = work;
	const index = `${work.site}.index`;
	const indexed = lanes(() => timed(stages, 'index', () => writeIndex(work, index)));
	const { site, base } = options;
	const url = new URL(base, site);
	const beside = beginFiles(work);
	const views = await work.views;
	stages.set('compile', views.seconds);
	await placePictures(options, views.assets);
	writer.adopt(views.assets, '/');
	const answers = lazily(async () => {
		if (archive.questions.length > 0) await indexed;
		return answerQuestions(archive.questions, openIndex(index));
	});
	const write = () => writeFiles({ ...work, views }, url, answers, beside);
	const { pages, data } = await timed(stages, 'pages', write);
	for (const name of await indexed) writer.leave(address.index + name);
	writer.adopt(index, address.index);
	const written = writer.finish();
	const checked = await timed(stages, 'check', () => checkBuild(work, { url, written, data }));
	return { ...checked, pages, texts: results.count('restored') };
}

/** Write the index, but for what is there. Gives the names of what is. */
async function writeIndex(
	{ archive, texts, writer }: Work,
	folder: string,
): Promise<readonly string[]> {
	const there = Array.from(await writer.there)
		.filter(([file]) => file.startsWith(address.index))
		.map(([file, sum]) => [file.slice(address.index.length), sum] as const);
	return texts.writeIndex(archive.papers.values(), folder, new Map(there));
}

/** Begin with what needs no pages. */
function beginFiles({ options, archive, site, lanes }: Work): FilesBeside {
	const folder = `${site}.cards`;
	const cards = lanes(async () => {
		const what = { cards: cardsOf(archive), folder };
		await writeCardsBeside({ root, content: options.content, ...what });
		return folder;
	});
	const records = archiveRecords(archive);
	const place = `${site}.database`;
	const packed = besideOrHere(
		lanes,
		() => packBeside(records, place),
		async () => (await import('../src/data/packed-files.ts')).packedFiles(records, place),
	);
	return { cards, records, packed };
}

/** Write the pages, the sitemap and the cards. Gives the data when it is packed. */
async function writeFiles(
	work: ViewWork,
	{ href }: URL,
	answers: () => Promise<readonly Answered[]>,
	{ cards, records, packed }: FilesBeside,
): Promise<WrittenFiles> {
	const { archive, writer } = work;
	const kept = await writeViews(work, answers);
	const plain = plainFiles(archive, href, records);
	const sitemap = await sitemapFiles(archive, href, await answers());
	for (const [path, content] of [...plain, ...sitemap]) writer.write(path, content);
	kept.save();
	// What was read of the archive for each page is let go with them.
	const pages = kept.count();
	// Whoever is free has begun with the cards or the data by now.
	await setImmediate();
	const packing = packed();
	// Awaited when all else is read; until then a failure is nobody's yet.
	packing.catch(() => {});
	writer.adopt(await cards, '/');
	return { pages, data: async () => restOfData(archive, href, plain, await packing) };
}

/** Write what the compiled pages make of an archive, or those that are `isOwn`, as far as it is not as an earlier build left it. */
export async function writeViews(
	{ options, archive, writer, views: { entry } }: ViewWork,
	answers: () => Promise<readonly Answered[]>,
	isOwn: (path: string) => boolean = () => true,
): Promise<KeptPages> {
	const traced = traceArchive(archive);
	provideAnswers(() => {
		traced.readAll();
		return answers();
	});
	// What a page is given is compared whole, so what that comes from need not be noted.
	let shown = archive;
	provideArchive({ folder: options.content, read: async () => shown, forget: () => {} });
	const { listPages }: Entry = await import(entry);
	const pages = (await listPages(options.site)).filter(({ path }) => isOwn(path));
	shown = traced.archive;
	const key = sourceKey(root, options);
	const { content } = options;
	const place = { root, content, address: options, key, there: await writer.there };
	const kept = openPages(place, traced);
	await writePages(pages.toSorted(lastThatWait), writer, kept.take, showProgress(pages.length));
	provideAnswers(undefined);
	provideArchive(undefined);
	return kept;
}

/** Put an archive's own pictures in the place of this project's, which show another name. */
async function placePictures({ content, settings }: BuildOptions, assets: string): Promise<void> {
	const { pictures } = settings;
	for (const [kind, name] of Object.entries(pictureNames)) {
		const from = pictures[kind as keyof typeof pictureNames];
		if (from === 'own') await copyFile(join(content, name), join(assets, name));
		if (from === 'none') await rm(join(assets, name), { force: true });
	}
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

async function timed<Result>(
	stages: Map<string, number>,
	name: string,
	action: () => Promise<Result>,
): Promise<Result> {
	const start = performance.now();
	const result = await action();
	// A stage may have two parts.
	stages.set(name, (stages.get(name) ?? 0) + (performance.now() - start) / 1000);
	return result;
}

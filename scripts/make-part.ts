import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openLanes, type Lanes } from '../src/build/lanes.ts';
import { yearFinder } from '../src/build/page-year.ts';
import { cardsOf } from '../src/cards/card.ts';
import { readBeside } from '../src/check/read-beside.ts';
import { beginReading } from '../src/check/read-site.ts';
import { siteFiles } from '../src/check/site-files.ts';
import { publish } from '../src/disk/site-folder.ts';
import { openFileWriter } from '../src/kept/file-writer.ts';
import { openFacts } from '../src/kept/kept-facts.ts';
import { keptFolder } from '../src/kept/kept-folder.ts';
import { openResults, type Count } from '../src/kept/kept-results.ts';
import { giveBack, lend } from '../src/kept/lent.ts';
import { sealPart, type PartOrigin } from '../src/kept/part.ts';
import { openTextsThread } from '../src/kept/texts-beside.ts';
import { writeCardsBeside } from '../src/kept/write-cards-beside.ts';
import { createArchiveSource } from '../src/loaders/archive-source.ts';
import type { Keep } from '../src/model/keep.ts';
import type { ArchiveView } from '../src/model/view.ts';
import { formatYears, isIn, type Years } from '../src/model/years.ts';
import { formatMade } from './build-report.ts';
import { clearLeftovers, writeViews, type BuildOptions } from './make-site.ts';
import { beginViews, type Views } from './prepare-views.ts';

const root = resolve(import.meta.dirname, '..');

/** What to make a part of, and of which years. */
export interface PartOptions extends BuildOptions {
	readonly years: Years;
}

/** A part on its way. */
interface Work {
	/** With the name of the part for that of the content: what it makes is kept apart. */
	readonly options: PartOptions;
	readonly archive: ArchiveView;
	readonly views: Views;
	readonly site: string;
	readonly lanes: Lanes;
}

/**
 * Make a part of a site: what a build finds out of the texts and the pages of some years, for a join to
 * take. Gives what to tell the person who asked for it.
 */
export async function makePart(options: PartOptions, origin: PartOrigin): Promise<string> {
	const { content, years, out } = options;
	const name = `${content} ${formatYears(years)}`;
	const folder = keptFolder(root, name);
	const { staging, ...coming } = beginViews(options);
	const stop = new AbortController();
	await clearLeftovers(dirname(staging));
	// What a run left that was killed may be for another address.
	await rm(folder, { recursive: true, force: true });
	lend(folder, [keptFolder(root, content)]);
	try {
		const results = openResults(root, name);
		const archive = await readArchive(options, results.keep);
		const [views, site] = [await coming.views, join(staging, 'site')];
		const own = { ...options, content: name };
		const lanes = openLanes(stop.signal);
		const pages = await write({ options: own, archive, views, site, lanes });
		results.save();
		giveBack(folder);
		sealPart(folder, years, origin);
		await publish(folder, out);
		return `made anew: ${formatMade(pages, 'page')}, ${formatMade(results.count('restored'), 'text')}`;
	} finally {
		stop.abort();
		await coming.stop();
		for (const left of [folder, staging]) await rm(left, { recursive: true, force: true });
	}
}

/** Read the archive, and keep apart what is found in the texts of its share. */
async function readArchive({ content, years }: PartOptions, own: Keep): Promise<ArchiveView> {
	const all = openResults(root, content);
	const keep: Keep = (kind, input, make) => own(kind, input, () => all.keep(kind, input, make));
	const folder = keptFolder(root, content);
	const { findNearest, stop } = openTextsThread({ root, folder, toIndex: false });
	try {
		const aids = { keep: all.keep, share: { years, keep }, findNearest };
		const archive = await createArchiveSource(content, aids).read();
		all.save();
		return archive;
	} finally {
		await stop();
	}
}

function ownFinder(archive: ArchiveView, years: Years): (path: string) => boolean {
	const yearOf = yearFinder(archive);
	return (path) => isIn(years, yearOf(path) ?? '');
}

/** Make the pages and the cards of a part, and read its pages as a check does. */
async function write({ options, archive, views, site, lanes }: Work): Promise<Count> {
	const isOwn = ownFinder(archive, options.years);
	const cards = lanes(() => {
		const own = cardsOf(archive).filter(({ path }) => isOwn(path));
		const { content } = options;
		return writeCardsBeside({ root, content, cards: own, folder: `${site}.cards` });
	});
	const writer = openFileWriter(site);
	try {
		const pages = await writeViews({ options, archive, writer, views }, noAnswers, isOwn);
		const { states } = await writer.finish();
		pages.save();
		const facts = openFacts(root, options.content, options);
		const { origin } = new URL(options.site);
		const reading = beginReading(site, origin, siteFiles(states).sizes, facts.sums);
		const { read, same } = await readBeside(reading, lanes);
		facts.save(new Map([...facts.ofAll(same), ...read]));
		await cards;
		return pages.count();
	} finally {
		await writer.stop();
	}
}

/** What shows answers spans the years. */
async function noAnswers(): Promise<never> {
	throw new Error('A page of some years asks for what is found in all');
}

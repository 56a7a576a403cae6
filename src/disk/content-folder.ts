import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { VFile } from 'vfile';
import wordListPath from 'word-list';
import { ContentError, escapeControls, report } from '../diagnostics.ts';
import { BusyError } from './lock.ts';
import { ifMissing, namesIn, standingAt } from './missing.ts';
import { plainText } from './plain-text.ts';
import { sortedWords } from './sorted-words.ts';
import type { Content, DumpFile } from '../model/content.ts';
import { digestOfDump, otherDumpName } from '../model/dump-name.ts';
import { limits } from '../model/limits.ts';
import type { Lexicon } from '../model/restoration.ts';

/** Where things lie in a content folder. */
export const contentPaths = {
	dumps: 'dumps',
	manifest: 'dumps.sha256',
	ledger: 'ledger.jsonl',
	corrections: 'corrections.yaml',
	names: 'names.jsonl',
	register: 'register.jsonl',
	topics: 'topics.yaml',
	systems: 'systems.yaml',
	enrichment: 'enrichment.jsonl',
	settings: 'site.yaml',
	watch: 'watch.yaml',
} as const;

/** What `npm run fetch` writes down of days, which nothing else reads. */
export const emptyDaysName = 'empty-days.txt';

/** The pictures of an archive, beside its settings, as the site has them. */
export const pictureNames = { card: 'card.png', touchIcon: 'touch-icon.png' } as const;

/** Where what was committed lies until it is in its place. */
export const journalName = '.commit';

// A change takes a moment to be put into its place, and others may follow.
const attempts = 100;
const interval = 20;

/**
 * Read `content/`: all dumps by name, and the files beside them. A folder that is not there is empty. A
 * change that was committed but not put into its place yet is read as done; while one is being put
 * there, reading is tried again, so that all that is read belongs together.
 */
export async function readContent(folder: string): Promise<Content> {
	for (let attempt = 0; attempt < attempts; attempt++) {
		const before = await stampOf(folder);
		// A file may be moved into its place after its name was read.
		const content = await readOnce(folder).catch(ifMissing(undefined));
		if (content && before === (await stampOf(folder))) return content;
		await delay(interval);
	}
	throw new BusyError(
		`${folder} changes again and again, expected it to stay as it is for a moment. Try again later.`,
	);
}

/** What differs after every change of the folder. */
async function stampOf(folder: string): Promise<string> {
	const names = [journalName, ...Object.values(contentPaths)];
	const stamps = names.map(async (name) => {
		const stats = await lstat(join(folder, name), { bigint: true }).catch(ifMissing(undefined));
		return stats && `${stats.ino} ${stats.mtimeNs} ${stats.ctimeNs} ${stats.size}`;
	});
	return (await Promise.all(stamps)).join('\n');
}

async function readOnce(folder: string): Promise<Content> {
	const journal = join(folder, journalName);
	const pending = new Set(await namesIn(journal));
	const pathOf = (name: string, place = '') =>
		pending.has(name) ? join(journal, name) : join(folder, place, name);
	const read = (name: string) => readText(pathOf(name), join(folder, name));
	const dumps = join(folder, contentPaths.dumps);
	const present = (await dumpNames(dumps)).filter((name) => !pending.has(otherDumpName(name)));
	const names = new Set([...present, ...[...pending].filter(digestOfDump)]);
	return {
		dumps: await Promise.all(
			[...names]
				.sort()
				.map((name) => readDump(pathOf(name, contentPaths.dumps), join(dumps, name))),
		),
		manifest: await read(contentPaths.manifest),
		ledger: await read(contentPaths.ledger),
		corrections: await read(contentPaths.corrections),
		names: await read(contentPaths.names),
		register: await read(contentPaths.register),
		topics: await readList(folder, pathOf(contentPaths.topics)),
		systems: await readList(folder, pathOf(contentPaths.systems)),
		enrichment: await read(contentPaths.enrichment),
		settings: await read(contentPaths.settings),
		watch: await read(contentPaths.watch),
	};
}

/** Read the settings of a folder alone; empty where there are none. */
export function readSettingsFile(folder: string): Promise<VFile> {
	return readText(join(folder, contentPaths.settings));
}

/** Read the days on which the feed showed nothing; empty where none are written down. */
export function readEmptyDaysFile(folder: string): Promise<VFile> {
	return readText(join(folder, emptyDaysName));
}

/** The names of an archive's own pictures that lie in its folder. */
export async function ownPictures(
	folder: string,
): Promise<Record<keyof typeof pictureNames, boolean>> {
	const isThere = async (name: string) =>
		(await standingAt(join(folder, name)))?.isFile() ?? false;
	return {
		card: await isThere(pictureNames.card),
		touchIcon: await isThere(pictureNames.touchIcon),
	};
}

// Made for the feed rather than for one archive of it.
const ownLists = resolve(import.meta.dirname, '../../content');

/** Read a list of topics or systems; where a folder has none, that of this project. An empty file is a list. */
async function readList(folder: string, path: string): Promise<VFile> {
	const place = (await standingAt(path)) ? folder : ownLists;
	const shown = join(place, basename(path));
	return readText(place === folder ? path : shown, shown);
}

async function dumpNames(folder: string): Promise<string[]> {
	const stats = await standingAt(folder);
	if (stats && !stats.isDirectory()) {
		const file = new VFile({ path: shownPath(folder) });
		report(file, 'not-a-folder', kindOf(stats));
		throw new ContentError([file]);
	}
	return (await namesIn(folder)).filter((name) => !name.startsWith('.'));
}

/** Read a file of text, empty where there is none. What is no plain file is reported on it and not read. */
async function readText(path: string, shown = path): Promise<VFile> {
	const file = new VFile({ path: shownPath(shown), value: '' });
	const stats = await standingAt(path);
	if (stats && !stats.isFile()) report(file, 'not-a-file', kindOf(stats));
	else if (stats) file.value = plainText(await readFile(path), file);
	return file;
}

/**
 * Read one dump, wherever it lies; `shown` is the path that messages name. What is no plain file,
 * or too large to be one, is reported on it and not read. Rejects as `node:fs` does when it cannot be read.
 */
export async function readDump(path: string, shown = path): Promise<DumpFile> {
	const file = new VFile({ path: escapeControls(shownPath(shown)), value: new Uint8Array() });
	const stats = await lstat(path);
	if (file.path !== shownPath(shown)) report(file, 'unsafe-file-name', basename(path));
	else if (!stats.isFile()) report(file, 'not-a-file', kindOf(stats));
	else if (stats.size > limits.file)
		report(file, 'too-large', `${Math.ceil(stats.size / 1024 / 1024)} MB`);
	else file.value = await readFile(path);
	return dumpOf(file);
}

/** A dump from a file that holds its bytes. */
export function dumpOf(file: VFile): DumpFile {
	return { file, sha256: createHash('sha256').update(file.value).digest('hex') };
}

function kindOf(stats: Stats): string {
	if (stats.isSymbolicLink()) return 'link';
	return stats.isFile() ? 'file' : 'folder or device';
}

/** As a person would write it: relative to where they stand, if it lies below. */
function shownPath(path: string): string {
	const short = relative(process.cwd(), path);
	return short === '' || short.startsWith('..') ? path : short;
}

let lexicon: Promise<Lexicon> | undefined;

/** The words of English, from the package that lists them; read once a process. */
export function readLexicon(): Promise<Lexicon> {
	lexicon ??= readFile(wordListPath, 'utf8').then(sortedWords);
	return lexicon;
}

import { createHash } from 'node:crypto';
import { lstat, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { VFile } from 'vfile';
import wordListPath from 'word-list';
import { escapeControls, report } from '../diagnostics.ts';
import { withLock } from './lock.ts';
import type { Content, DumpFile } from '../model/content.ts';
import { limits } from '../model/limits.ts';
import type { Lexicon } from '../model/restoration.ts';

/** Where things lie in a content folder. */
export const contentPaths = {
	dumps: 'dumps',
	manifest: 'dumps.sha256',
	ledger: 'ledger.jsonl',
	corrections: 'corrections.yaml',
	names: 'names.jsonl',
	topics: 'topics.yaml',
	systems: 'systems.yaml',
} as const;

// What is being written lies in the one until it is whole, in the other until it is in its place.
const stagingName = '.ingest';
const journalName = '.commit';
const lockName = '.lock';

/**
 * Read `content/`: all dumps by name, the manifest, the ledger, the corrections. A folder that is
 * not there is empty. A change that was committed but not put into its place yet is read as done.
 */
export async function readContent(folder: string): Promise<Content> {
	const journal = join(folder, journalName);
	const pending = new Set(await readdirOrEmpty(journal));
	const pathOf = (name: string, place = '') =>
		pending.has(name) ? join(journal, name) : join(folder, place, name);
	const dumps = join(folder, contentPaths.dumps);
	const present = (await readdirOrEmpty(dumps)).filter((name) => !name.startsWith('.'));
	const names = new Set([...present, ...[...pending].filter((name) => name.endsWith('.txt'))]);
	return {
		dumps: await Promise.all(
			[...names]
				.sort()
				.map((name) => readDump(pathOf(name, contentPaths.dumps), join(dumps, name))),
		),
		manifest: await readOrEmpty(pathOf(contentPaths.manifest)),
		ledger: await readOrEmpty(pathOf(contentPaths.ledger)),
		corrections: await readOrEmpty(pathOf(contentPaths.corrections)),
		names: await readOrEmpty(pathOf(contentPaths.names)),
		topics: await readOrEmpty(pathOf(contentPaths.topics)),
		systems: await readOrEmpty(pathOf(contentPaths.systems)),
	};
}

/**
 * Read one dump, wherever it lies; `shown` is the path that messages name. What is no plain file,
 * or too large to be one, is reported on it and not read. Rejects as `node:fs` does when it cannot be read.
 */
export async function readDump(path: string, shown = path): Promise<DumpFile> {
	const file = new VFile({ path: escapeControls(shownPath(shown)), value: new Uint8Array() });
	const stats = await lstat(path);
	if (file.path !== shownPath(shown)) report(file, 'unsafe-file-name', basename(path));
	else if (!stats.isFile())
		report(file, 'not-a-file', stats.isSymbolicLink() ? 'link' : 'folder or device');
	else if (stats.size > limits.file)
		report(file, 'too-large', `${Math.ceil(stats.size / 1024 / 1024)} MB`);
	else file.value = await readFile(path);
	return { file, sha256: createHash('sha256').update(file.value).digest('hex') };
}

let lexicon: Promise<Lexicon> | undefined;

/** The words of English, from the package that lists them; read once a process. */
export function readLexicon(): Promise<Lexicon> {
	lexicon ??= readFile(wordListPath, 'utf8').then((text) => new Set(text.split('\n')));
	return lexicon;
}

/** What an ingest writes. */
export interface ContentChange {
	/** Bytes of new dumps, by file name. */
	readonly dumps: ReadonlyMap<string, Uint8Array>;
	/** What these files gain at their ends. */
	readonly names: string;
	readonly manifest: string;
	readonly ledger: string;
}

/**
 * Read the content, plan a change of it, and write that, while no other process does. The change is
 * there as a whole or not at all, whenever the process is killed. Gives what `plan` gave.
 */
export async function changeContent<Plan>(
	folder: string,
	plan: (content: Content) => Plan,
	changeOf: (plan: Plan) => ContentChange | { readonly corrections: string } | undefined,
): Promise<Plan> {
	return withLock(join(folder, lockName), async () => {
		await recoverContent(folder);
		const planned = plan(await readContent(folder));
		const change = changeOf(planned);
		if (change) await commit(folder, await filesOf(folder, change));
		return planned;
	});
}

/** Finish a change that was committed, and drop one that was not. */
async function recoverContent(folder: string): Promise<void> {
	await rm(join(folder, stagingName), { recursive: true, force: true });
	await applyJournal(folder);
}

/** New bytes by path within the content folder; the ledger last. */
async function filesOf(
	folder: string,
	change: ContentChange | { readonly corrections: string },
): Promise<Map<string, Uint8Array>> {
	if ('corrections' in change)
		return new Map([[contentPaths.corrections, Buffer.from(change.corrections)]]);
	const files = new Map<string, Uint8Array>(change.dumps);
	for (const name of ['names', 'manifest', 'ledger'] as const) {
		const path = contentPaths[name];
		if (change[name] !== '') files.set(path, await appended(join(folder, path), change[name]));
	}
	return files;
}

/**
 * Write all files beside their places, sync them, and commit by renaming their folder: before it
 * nothing happened, after it everything did. Putting them into their places can then be repeated.
 */
async function commit(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
	const staging = join(folder, stagingName);
	try {
		await mkdir(staging);
		for (const [name, bytes] of files) await writeSynced(join(staging, name), bytes);
		await syncFolder(staging);
		await rename(staging, join(folder, journalName));
	} catch (error) {
		await rm(staging, { recursive: true, force: true });
		throw error;
	}
	await syncFolder(folder);
	await applyJournal(folder);
}

async function applyJournal(folder: string): Promise<void> {
	const journal = join(folder, journalName);
	const names = await readdirOrEmpty(journal);
	if (names.length > 0) await mkdir(join(folder, contentPaths.dumps), { recursive: true });
	// The ledger speaks of the others, so it comes last.
	for (const name of names.toSorted(
		(a, b) => Number(a === contentPaths.ledger) - Number(b === contentPaths.ledger),
	)) {
		await rename(join(journal, name), placeOf(folder, name));
	}
	if (names.length > 0) {
		await syncFolder(join(folder, contentPaths.dumps));
		await syncFolder(folder);
	}
	await rm(journal, { recursive: true, force: true });
}

function placeOf(folder: string, name: string): string {
	return name.endsWith('.txt') ? join(folder, contentPaths.dumps, name) : join(folder, name);
}

async function appended(path: string, gain: string): Promise<Uint8Array> {
	const before = String(await readOrEmpty(path));
	return Buffer.from(
		before === '' || before.endsWith('\n') ? before + gain : `${before}\n${gain}`,
	);
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
	const handle = await open(path, 'wx');
	try {
		await handle.writeFile(bytes);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

async function syncFolder(path: string): Promise<void> {
	// Windows cannot open a folder, and needs no sync of it.
	if (process.platform === 'win32') return;
	const handle = await open(path, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

async function readOrEmpty(path: string): Promise<VFile> {
	const value = await readFile(path, 'utf8').catch(emptyIfMissing(''));
	return new VFile({ path: shownPath(path), value });
}

async function readdirOrEmpty(path: string): Promise<string[]> {
	return readdir(path).catch(emptyIfMissing<string[]>([]));
}

function emptyIfMissing<Empty>(empty: Empty) {
	return (error: NodeJS.ErrnoException): Empty => {
		if (error.code === 'ENOENT') return empty;
		throw error;
	};
}

/** As a person would write it: relative to where they stand, if it lies below. */
function shownPath(path: string): string {
	const short = relative(process.cwd(), path);
	return short === '' || short.startsWith('..') ? path : short;
}

/** Where an old folder waits to be deleted: a name that nobody else gives one. */
function asideOf(place: string): string {
	return `${place}.offprint-old`;
}

/** Whether a folder may be replaced by a site: it is not there, is empty, or is a site itself. */
export async function isReplaceable(folder: string): Promise<boolean> {
	const names = await readdirOrEmpty(folder);
	return names.length === 0 || (names.includes('index.html') && names.includes('urls.txt'));
}

/**
 * Put a finished folder in the place of another: the old one is moved aside, the new one moved in,
 * then the old one deleted. A run that was killed in between is mended by the next.
 */
export async function swapFolder(fresh: string, place: string): Promise<void> {
	const aside = asideOf(place);
	await withLock(`${place}.lock`, async () => {
		await mendSwap(place);
		await rename(place, aside).catch(emptyIfMissing(undefined));
		await rename(fresh, place);
		await rm(aside, { recursive: true, force: true });
	});
}

/** Undo a swap that was killed between its two renames. */
async function mendSwap(place: string): Promise<void> {
	const aside = asideOf(place);
	if (!(await exists(place)) && (await exists(aside))) await rename(aside, place);
	else await rm(aside, { recursive: true, force: true });
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(() => true, emptyIfMissing(false));
}

import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { VFile } from 'vfile';
import type { Content, DumpFile } from './model/content.ts';

/** Where things lie in a content folder. */
export const contentPaths = {
	dumps: 'dumps',
	manifest: 'dumps.sha256',
	ledger: 'ledger.jsonl',
} as const;

/** Read `content/`: all dumps by name, the manifest and the ledger. A folder that is not there is empty. */
export async function readContent(folder: string): Promise<Content> {
	const dumps = join(folder, contentPaths.dumps);
	const names = (await readdirOrEmpty(dumps)).filter((name) => !name.startsWith('.')).sort();
	return {
		dumps: await Promise.all(names.map((name) => readDump(join(dumps, name)))),
		manifest: await readOrEmpty(join(folder, contentPaths.manifest)),
		ledger: await readOrEmpty(join(folder, contentPaths.ledger)),
	};
}

/** Read one dump, wherever it lies. Rejects as `node:fs` does when it cannot be read. */
export async function readDump(path: string): Promise<DumpFile> {
	const value = await readFile(path);
	const file = new VFile({ path: shownPath(path), value });
	return { file, sha256: createHash('sha256').update(value).digest('hex') };
}

/** What an ingest writes. */
export interface ContentChange {
	/** Bytes of new dumps, by file name. */
	readonly dumps: ReadonlyMap<string, Uint8Array>;
	/** What the two files gain at their ends. */
	readonly manifest: string;
	readonly ledger: string;
}

/**
 * Write an ingest: every file beside its place, synced, then renamed; the ledger last, because it is
 * what commits. Killed anywhere in between, the next ingest takes up where it stopped.
 */
export async function writeContent(folder: string, change: ContentChange): Promise<void> {
	const staging = join(folder, '.ingest');
	await rm(staging, { recursive: true, force: true });
	await mkdir(staging, { recursive: true });
	await mkdir(join(folder, contentPaths.dumps), { recursive: true });
	const renames: [from: string, to: string][] = [];
	const stage = async (path: string, bytes: Uint8Array): Promise<void> => {
		const from = join(staging, basename(path));
		await writeSynced(from, bytes);
		renames.push([from, join(folder, path)]);
	};
	try {
		for (const [name, bytes] of change.dumps)
			await stage(join(contentPaths.dumps, name), bytes);
		for (const [path, gain] of [
			[contentPaths.manifest, change.manifest],
			[contentPaths.ledger, change.ledger],
		] as const) {
			if (gain !== '') await stage(path, await appended(join(folder, path), gain));
		}
		for (const [from, to] of renames) await rename(from, to);
		await syncFolder(join(folder, contentPaths.dumps));
		await syncFolder(folder);
	} finally {
		await rm(staging, { recursive: true, force: true });
	}
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
	return short.startsWith('..') ? path : short;
}

/**
 * Put a finished folder in the place of another: the old one is moved aside, the new one moved in,
 * then the old one deleted. A run that was killed in between is mended by the next.
 */
export async function swapFolder(fresh: string, place: string): Promise<void> {
	const aside = `${place}.old`;
	await mendSwap(place);
	await rename(place, aside).catch(emptyIfMissing(undefined));
	await rename(fresh, place);
	await rm(aside, { recursive: true, force: true });
}

/** Undo a swap that was killed between its two renames. */
export async function mendSwap(place: string): Promise<void> {
	const aside = `${place}.old`;
	if (!(await exists(place)) && (await exists(aside))) await rename(aside, place);
	else await rm(aside, { recursive: true, force: true });
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(() => true, emptyIfMissing(false));
}

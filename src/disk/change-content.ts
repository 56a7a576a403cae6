import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { contentPaths, journalName, readContent } from './content-folder.ts';
import { BusyError, withLock, type HeldLock } from './lock.ts';
import { ifMissing, namesIn } from './missing.ts';
import type { Content } from '../model/content.ts';
import { digestOfDump, otherDumpName } from '../model/dump-name.ts';

// Where what is written lies until it is whole.
const stagingName = '.ingest';
const lockName = '.lock';
// Files beside the dumps, of which a person writes the others.
const written = ['corrections', 'enrichment', 'names', 'register', 'manifest', 'ledger'] as const;

/**
 * Read the content, plan a change of it, and write what `after` says the content then is, while no
 * other process does. The change is there as a whole or not at all, whenever the process is killed.
 * No file is ever taken away, but one that a dump of the other kind replaces under its name. Gives what
 * `plan` gave.
 */
export async function changeContent<Plan>(
	folder: string,
	plan: (content: Content) => Plan | Promise<Plan>,
	after: (plan: Plan) => Content,
): Promise<Plan> {
	return withLock(join(folder, lockName), async (lock) => {
		await recoverContent(folder);
		const content = await readContent(folder);
		const planned = await plan(content);
		const files = changedFiles(content, after(planned));
		if (files.size > 0) await commit(folder, files, lock);
		return planned;
	});
}

/** Finish a change that was committed, and drop one that was not. */
async function recoverContent(folder: string): Promise<void> {
	await rm(join(folder, stagingName), { recursive: true, force: true });
	await applyJournal(folder);
}

/** New bytes by file name: of dumps that are new or changed, of other files whose text is another. */
function changedFiles(before: Content, after: Content): Map<string, Uint8Array> {
	const known = new Map(before.dumps.map(({ file, sha256 }) => [basename(file.path), sha256]));
	const files = new Map<string, Uint8Array>();
	for (const { file, sha256 } of after.dumps) {
		const name = basename(file.path);
		// Whichever of two files of one digest is put into its place takes the other's away.
		if (known.get(name) !== sha256 || known.has(otherDumpName(name)))
			files.set(name, Buffer.from(file.value));
	}
	for (const name of written) {
		const text = String(after[name]);
		if (text !== String(before[name])) files.set(contentPaths[name], Buffer.from(text));
	}
	return files;
}

/**
 * Write all files beside their places, sync them, and commit by renaming their folder: before it
 * nothing happened, after it everything did. Putting them into their places can then be repeated.
 */
async function commit(
	folder: string,
	files: ReadonlyMap<string, Uint8Array>,
	lock: HeldLock,
): Promise<void> {
	const staging = join(folder, stagingName);
	try {
		await mkdir(staging);
		for (const [name, bytes] of files) await writeSynced(join(staging, name), bytes);
		await syncFolder(staging);
		await assertWritable(folder, files.keys());
		await lock.assertHeld();
		await rename(staging, join(folder, journalName));
	} catch (error) {
		// Who took the lock away is writing there by now.
		if (!(error instanceof BusyError)) await rm(staging, { recursive: true, force: true });
		throw error;
	}
	await syncFolder(folder);
	await applyJournal(folder);
}

/** A committed change that cannot be put into its place would be seen by readers of this program alone. */
async function assertWritable(folder: string, names: Iterable<string>): Promise<void> {
	const places = new Set(Array.from(names, (name) => dirname(placeOf(folder, name))));
	for (const place of places) await access(place, constants.W_OK).catch(ifMissing(undefined));
}

async function applyJournal(folder: string): Promise<void> {
	const journal = join(folder, journalName);
	const names = await namesIn(journal);
	if (names.length > 0) await mkdir(join(folder, contentPaths.dumps), { recursive: true });
	// The ledger speaks of the others, so it comes last.
	for (const name of names.toSorted(
		(a, b) => Number(a === contentPaths.ledger) - Number(b === contentPaths.ledger),
	)) {
		if (digestOfDump(name)) await rm(placeOf(folder, otherDumpName(name)), { force: true });
		await rename(join(journal, name), placeOf(folder, name));
	}
	if (names.length > 0) {
		await syncFolder(join(folder, contentPaths.dumps));
		await syncFolder(folder);
	}
	await rm(journal, { recursive: true, force: true });
}

function placeOf(folder: string, name: string): string {
	return digestOfDump(name) ? join(folder, contentPaths.dumps, name) : join(folder, name);
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

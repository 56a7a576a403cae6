import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { readDump } from './content-folder.ts';
import type { DumpFile } from '../model/content.ts';

/** A file that waits in the inbox. */
export interface InboxFile extends DumpFile {
	/** Where it lies, whatever its name may hold. */
	readonly path: string;
	readonly fileName: string;
	/** The year that its folder is named by, as in `inbox/2025/trending.txt`. */
	readonly year: number | undefined;
}

// What tells people what the folder is for.
const guide = 'README.md';
// `2025`
const yearRe = /^\d{4}$/;

/**
 * All files of the inbox and its folders, whatever they are called, in the order of their SHA-256. A
 * folder that is not there is empty. Hidden files are no dumps; what is no plain file carries the message that says so.
 */
export async function readInbox(folder: string): Promise<InboxFile[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
		(error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return [];
			throw error;
		},
	);
	const paths = entries
		.filter((entry) => !entry.isDirectory())
		.map(({ parentPath, name }) => join(parentPath, name))
		.filter((path) => !isIgnored(relative(folder, path)));
	const files = await Promise.all(paths.sort().map(readInboxFile));
	return files.sort((a, b) => (a.sha256 < b.sha256 ? -1 : Number(a.sha256 > b.sha256)));
}

function isIgnored(name: string): boolean {
	return name === guide || name.split(sep).some((part) => part.startsWith('.'));
}

async function readInboxFile(path: string): Promise<InboxFile> {
	const parent = basename(dirname(path));
	return {
		...(await readDump(path)),
		path,
		fileName: basename(path),
		year: yearRe.test(parent) ? Number(parent) : undefined,
	};
}

/** Take files out of the inbox, unless their bytes are others by now: then they are another dump. */
export async function clearInbox(files: readonly InboxFile[]): Promise<void> {
	for (const { path, sha256 } of files) {
		const bytes = await readFile(path).catch(() => undefined);
		const now = bytes && createHash('sha256').update(bytes).digest('hex');
		if (now === sha256) await rm(path, { force: true });
	}
}

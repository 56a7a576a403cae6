import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { fileState } from '../check/site-files.ts';
import type { WriterTask, WriterWork, WrittenFiles } from './file-writer.ts';
import { filesOf } from './source-key.ts';
import { openSpare } from './spare-site.ts';

const { folder, record } = workerData as WriterWork;
const spare = record === undefined ? undefined : openSpare(folder, record);
/** Sums of the files of the site before that still stand. */
const there = new Map(spare?.sums);
/** How each file is. */
const states = new Map(spare?.states);
/** Those that are not to be in the site, as far as is known. */
const unasked = new Set(there.keys());
/** Those that are as they are to be. */
const left = new Map<string, string>();
const made = new Set<string>();

parentPort!.postMessage(there, []);
parentPort!.on('message', (task: WriterTask) => {
	if (task === 'end') {
		for (const path of unasked) remove(path);
		for (const around of new Set(Array.from(unasked, dirname))) removeEmpty(around);
		parentPort!.postMessage({ left, states } satisfies WrittenFiles, []);
		parentPort!.close();
	} else if ('from' in task) for (const file of filesOf(task.from)) adopt(task, file);
	else for (const [path, content] of task) write(path, content);
});

function write(path: string, content: string | Uint8Array | undefined): void {
	if (content === undefined) leave(path);
	else if (!isThere(path, content)) place(path, (file) => writeFileSync(file, content));
}

function adopt({ from, to }: { readonly from: string; readonly to: string }, file: string): void {
	const path = to + file;
	const source = join(from, file);
	// Where nothing is there is nothing to compare with.
	if (there.has(path) && isThere(path, readFileSync(source))) return;
	place(path, (file) => renameSync(source, file));
}

function isThere(path: string, content: string | Uint8Array): boolean {
	if (!there.has(path)) return false;
	const isSame = there.get(path) === hash('sha256', content);
	leave(path);
	if (!isSame) {
		there.delete(path);
		left.delete(path);
	}
	return isSame;
}

function leave(path: string): void {
	unasked.delete(path);
	left.set(path, there.get(path)!);
}

function place(path: string, put: (file: string) => void): void {
	const file = join(folder, path);
	const around = dirname(file);
	if (!made.has(around)) mkdirSync(around, { recursive: true });
	made.add(around);
	put(file);
	states.set(path, fileState(file));
}

function remove(path: string): void {
	unlinkSync(join(folder, path));
	states.delete(path);
}

/** Remove a folder, and those around it, as far as they hold nothing. */
function removeEmpty(path: string): void {
	try {
		for (let around = path; around !== '/'; around = dirname(around))
			rmdirSync(join(folder, around));
	} catch (error) {
		const { code = '' } = error as NodeJS.ErrnoException;
		// Two of them may have been in the same one.
		if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(code)) throw error;
	}
}

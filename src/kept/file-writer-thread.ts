import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { WriterTask, WriterWork } from './file-writer.ts';
import { filesOf } from './source-key.ts';
import { openSpare } from './spare-site.ts';

const { folder, record } = workerData as WriterWork;
/** Sums of the files of the site before that still stand. */
const there = new Map(record === undefined ? [] : openSpare(folder, record));
/** Those that are not to be in the site, as far as is known. */
const unasked = new Set(there.keys());
/** Those that are as they are to be. */
const left = new Map<string, string>();
const made = new Set<string>();

parentPort!.postMessage(there, []);
parentPort!.on('message', (task: WriterTask) => {
	if (task === 'end') {
		for (const path of unasked) remove(path);
		parentPort!.postMessage(left, []);
		parentPort!.close();
	} else if ('from' in task) for (const file of filesOf(task.from)) adopt(task, file);
	else for (const [path, content] of task) write(path, content);
});

function write(path: string, content: string | Uint8Array | undefined): void {
	if (content === undefined) leave(path);
	else if (!isThere(path, content)) writeFileSync(placeFor(path), content);
}

function adopt({ from, to }: { readonly from: string; readonly to: string }, file: string): void {
	const path = to + file;
	const source = join(from, file);
	// Where nothing is there is nothing to compare with.
	if (there.size > 0 && isThere(path, readFileSync(source))) return;
	renameSync(source, placeFor(path));
}

function isThere(path: string, content: string | Uint8Array): boolean {
	if (there.size === 0) return false;
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

function placeFor(path: string): string {
	const file = join(folder, path);
	const place = dirname(file);
	if (!made.has(place)) mkdirSync(place, { recursive: true });
	made.add(place);
	return file;
}

/** Remove a file, and the folders that then hold nothing. */
function remove(path: string): void {
	unlinkSync(join(folder, path));
	try {
		for (let place = dirname(path); place !== '/'; place = dirname(place))
			rmdirSync(join(folder, place));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
	}
}

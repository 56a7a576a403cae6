import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReadFiles } from './contents.ts';
import { countLeft, readOn, type KnownFacts, type Reading } from './read-site.ts';

/** What a thread read of a site; nothing where it would have had too little to do. */
type Help = ReadFiles | undefined;

const worker = new URL('read-worker.ts', import.meta.url);

// A thread takes as long to start as fewer do.
const fewestFiles = 500;

/** Read a site in this thread, and with the help of another one as soon as that `starts`. */
export async function readBeside(
	reading: Reading,
	starts: (help: () => Promise<Help>) => Promise<Help>,
	known: KnownFacts,
): Promise<ReadFiles> {
	const help = starts(async () =>
		countLeft(reading) < fewestFiles ? undefined : await readInThread(reading),
	);
	const read = await readOn(reading, known);
	for (const [file, one] of (await help) ?? []) read.set(file, one);
	return read;
}

async function readInThread(reading: Reading): Promise<ReadFiles> {
	const [part] = await once(new Worker(worker, { workerData: reading }), 'message');
	return part as ReadFiles;
}

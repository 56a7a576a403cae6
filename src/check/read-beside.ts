import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createSharer } from './read-file.ts';
import { countLeft, readOn, type Reading, type SitePart } from './read-site.ts';

/** What a thread read of a site; nothing where it would have had too little to do. */
type Help = SitePart | undefined;

const worker = new URL('read-worker.ts', import.meta.url);

// A thread takes as long to start as fewer do.
const fewestFiles = 500;

/** Read a site in this thread, and with the help of another one as soon as that `starts`. */
export async function readBeside(
	reading: Reading,
	starts: (help: () => Promise<Help>) => Promise<Help>,
): Promise<SitePart> {
	const help = starts(async () =>
		countLeft(reading) < fewestFiles ? undefined : await readInThread(reading),
	);
	const own = await readOn(reading);
	const other = await help;
	// Sent from a thread, each text is one of its own again.
	const share = createSharer();
	for (const [file, one] of other?.read ?? [])
		own.read.set(file, { ...one, facts: share(one.facts) });
	for (const [file, sum] of other?.same ?? []) own.same.set(file, sum);
	return own;
}

async function readInThread(reading: Reading): Promise<SitePart> {
	const [part] = await once(new Worker(worker, { workerData: reading }), 'message');
	return part as SitePart;
}

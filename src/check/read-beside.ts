import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { emptyContents, type Contents, type KeepFacts } from './read-file.ts';
import { isTaken, joinContents, readOn, type Reading } from './read-site.ts';

/** What a thread read of a site. */
export type ReadPart = Omit<Contents, 'keep'>;

const worker = new URL('read-worker.ts', import.meta.url);

/** Read a site in this thread, and with the help of another one as soon as that `starts`. */
export async function readBeside(
	reading: Reading,
	starts: (help: () => Promise<ReadPart | undefined>) => Promise<ReadPart | undefined>,
	keep: KeepFacts,
): Promise<Contents> {
	const help = starts(async () => (isTaken(reading) ? undefined : await readInThread(reading)));
	const contents = emptyContents(reading.origin, keep);
	await readOn(reading, contents);
	const part = await help;
	if (!part) return contents;
	for (const [file, facts] of part.pages) keep(part.sums.get(file)!, () => facts);
	return joinContents([contents, { ...part, keep }]);
}

async function readInThread(reading: Reading): Promise<ReadPart> {
	const [part] = await once(new Worker(worker, { workerData: reading }), 'message');
	return part as ReadPart;
}

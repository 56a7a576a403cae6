import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Sums } from '../check/sums.ts';

/**
 * Writes the files of a site in a thread of its own: who makes them need not wait for the disk. What is
 * there as it is to be is left as it is.
 */
export interface FileWriter {
	/** Have a file written. `path` is from the folder, `/papers/index.html`. Throws when one before could not be. */
	write(path: string, content: string | Uint8Array): void;
	/** Have all files of a folder moved below an address, `/search-index/`. */
	adopt(from: string, to: string): void;
	/** The sums of the files that are there from a site before. */
	readonly there: Promise<Sums>;
	/** Have a file left as it is there. */
	leave(path: string): void;
	/** Resolves when all are written, and what was there beside them is gone; rejects when one could not be. */
	finish(): Promise<WrittenFiles>;
	/** Write no more. */
	stop(): Promise<void>;
}

/** The files of a folder that is written, by their paths from there. */
export interface WrittenFiles {
	/** The sums of those that were left as they were. */
	readonly left: Sums;
	/** How each of all is. */
	readonly states: ReadonlyMap<string, string>;
}

/** What the thread is given. */
export interface WriterWork {
	readonly folder: string;
	/** Where a site in the folder is recorded, which is to be made into the next one. */
	readonly record?: string | undefined;
}

/** What the thread is told: some files, a folder of them, or that there are no more. */
export type WriterTask =
	| readonly FileOfBatch[]
	| { readonly from: string; readonly to: string }
	| 'end';

/** A file without a content is there. */
type FileOfBatch = readonly [path: string, content?: string | Uint8Array<ArrayBuffer>];

const thread = new URL('file-writer-thread.ts', import.meta.url);

// Telling of each file alone costs as much as rendering it.
const mostInBatch = 64;

/** Open a writer for the files of a folder that is not there, or holds a site that was recorded. */
export function openFileWriter(folder: string, record?: string): FileWriter {
	const worker = new Worker(thread, { workerData: { folder, record } satisfies WriterWork });
	const there = nextMessage<Sums>(worker);
	let failure: Error | undefined;
	// Awaited at the end; until then a failure is told by the next file.
	const ended = once(worker, 'exit').catch((error: Error) => {
		failure = error;
	});
	const { add, send } = batchOf(worker);
	const ask = (file: FileOfBatch) => {
		if (failure) throw failure;
		add(file);
	};
	return {
		there,
		// A part of a buffer cannot go without the whole.
		write: (path, content) =>
			ask([path, typeof content === 'string' ? content : new Uint8Array(content)]),
		leave: (path) => ask([path]),
		adopt(from, to) {
			worker.postMessage({ from, to } satisfies WriterTask, []);
		},
		async finish() {
			send();
			// Which is the first message.
			await there;
			const written = nextMessage<WrittenFiles>(worker);
			worker.postMessage('end' satisfies WriterTask, []);
			await ended;
			if (failure) throw failure;
			return written;
		},
		async stop() {
			await worker.terminate();
		},
	};
}

/** Gathers files, and tells a thread of many at once. */
function batchOf(worker: Worker) {
	let batch: FileOfBatch[] = [];
	const send = () => {
		const buffers = batch.flatMap(([, content]) =>
			content instanceof Uint8Array ? content.buffer : [],
		);
		worker.postMessage(batch satisfies WriterTask, buffers);
		batch = [];
	};
	const add = (file: FileOfBatch) => {
		batch.push(file);
		if (batch.length === mostInBatch) send();
	};
	return { add, send };
}

/** The next message of a thread. Awaited when it is needed; until then a failure is nobody's yet. */
function nextMessage<Message>(worker: Worker): Promise<Message> {
	const message = once(worker, 'message').then(([content]) => content as Message);
	message.catch(() => {});
	return message;
}

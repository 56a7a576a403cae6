import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Writes the files of a site in a thread of its own: who makes them need not wait for the disk. What is
 * there as it is to be is left as it is.
 */
export interface FileWriter {
	/** Have a file written. `path` is from the folder, `/papers/index.html`. Throws when one before could not be. */
	write(path: string, content: string | Uint8Array): void;
	/** Have all files of a folder moved below an address, `/search-index/`. */
	adopt(from: string, to: string): void;
	/** Resolves when all are written, and what was there beside them is gone; rejects when one could not be. */
	finish(): Promise<void>;
	/** Write no more. */
	stop(): Promise<void>;
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

type FileOfBatch = readonly [path: string, content: string | Uint8Array<ArrayBuffer>];

const thread = new URL('file-writer-thread.ts', import.meta.url);

// Telling of each file alone costs as much as rendering it.
const mostInBatch = 64;

/** Open a writer for the files of a folder that is not there, or holds a site that was recorded. */
export function openFileWriter(folder: string, record?: string): FileWriter {
	const worker = new Worker(thread, { workerData: { folder, record } satisfies WriterWork });
	let failure: Error | undefined;
	// Awaited at the end; until then a failure is told by the next file.
	const ended = once(worker, 'exit').catch((error: Error) => {
		failure = error;
	});
	let batch: FileOfBatch[] = [];
	const send = () => {
		const buffers = batch.flatMap(([, content]) =>
			typeof content === 'string' ? [] : content.buffer,
		);
		worker.postMessage(batch satisfies WriterTask, buffers);
		batch = [];
	};
	return {
		write(path, content) {
			if (failure) throw failure;
			// A part of a buffer cannot go without the whole.
			batch.push([path, typeof content === 'string' ? content : new Uint8Array(content)]);
			if (batch.length === mostInBatch) send();
		},
		adopt(from, to) {
			worker.postMessage({ from, to } satisfies WriterTask, []);
		},
		async finish() {
			send();
			worker.postMessage('end' satisfies WriterTask, []);
			await ended;
			if (failure) throw failure;
		},
		async stop() {
			await worker.terminate();
		},
	};
}

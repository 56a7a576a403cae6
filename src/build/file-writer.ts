import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Writes files below a folder in a thread of its own: who makes them need not wait for the disk. */
export interface FileWriter {
	/** Have a file written. `path` is from the folder, `/papers/index.html`. Throws when one before could not be. */
	write(path: string, content: string | Uint8Array): void;
	/** Resolves when all are written, and rejects when one could not be. */
	finish(): Promise<void>;
	/** Write no more. */
	stop(): Promise<void>;
}

/** What the thread is told: some files, or that there are no more. */
export type FileBatch = readonly FileOfBatch[] | 'end';

type FileOfBatch = readonly [path: string, content: string | Uint8Array<ArrayBuffer>];

const thread = new URL('file-writer-thread.ts', import.meta.url);

// Telling of each file alone costs as much as rendering it.
const mostInBatch = 64;

/** Open a writer for the files of a folder. */
export function openFileWriter(folder: string): FileWriter {
	const worker = new Worker(thread, { workerData: folder });
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
		worker.postMessage(batch satisfies FileBatch, buffers);
		batch = [];
	};
	return {
		write(path, content) {
			if (failure) throw failure;
			// A part of a buffer cannot go without the whole.
			batch.push([path, typeof content === 'string' ? content : new Uint8Array(content)]);
			if (batch.length === mostInBatch) send();
		},
		async finish() {
			send();
			worker.postMessage('end' satisfies FileBatch, []);
			await ended;
			if (failure) throw failure;
		},
		async stop() {
			await worker.terminate();
		},
	};
}

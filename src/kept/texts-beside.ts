import { once } from 'node:events';
import {
	MessageChannel,
	receiveMessageOnPort,
	Worker,
	type MessagePort,
} from 'node:worker_threads';
import type { Sums } from '../check/sums.ts';
import type { PaperTexts, PaperView } from '../model/paper-view.ts';
import { nearestTexts, type NearestFinder } from '../pipeline/nearest.ts';
import { searchedFacts, type SearchedFacts } from '../search/build/searched-paper.ts';

/**
 * A thread for what is made of the texts of all papers beside all else, one after another: first what the
 * pipeline waits for, then the index. Side by side they would take time from the pipeline where processors are few.
 */
export interface TextsThread {
	/** Find the nearest of papers. The pipeline waits for nothing else, and so for this alone it blocks. */
	readonly findNearest: NearestFinder;
	/**
	 * Write the index of the papers that have these texts into a folder, as `writeIndex` does, and end the thread. Gives
	 * the names of the files that need not be written, because they are among those that are there. Rejects with what
	 * `writeIndex` rejects with.
	 */
	writeIndex(
		papers: Iterable<PaperView>,
		folder: string,
		there?: Sums,
	): Promise<readonly string[]>;
	/** Do no more. */
	stop(): Promise<void>;
}

/** What the thread is told: the texts of papers, and then what else an index has of them. */
export type TextsMessage = NearestWork | IndexWork;

interface NearestWork {
	readonly texts: readonly PaperTexts[];
	/** To which it tells what it found. */
	readonly port: MessagePort;
	/** Is one when it has told that, or cannot. */
	readonly done: Int32Array<SharedArrayBuffer>;
}

interface IndexWork {
	readonly papers: readonly SearchedFacts[];
	readonly folder: string;
	/** The files that are there. */
	readonly there: Sums;
}

const thread = new URL('texts-worker.ts', import.meta.url);

/** Where what is known of the texts is kept, and what is to be made of them. */
export interface TextsPlace {
	/** Of the project. */
	readonly root: string;
	/** Of what is kept. */
	readonly folder: string;
	/** Whether an index is to be made, which is begun before anything but the texts is known. */
	readonly toIndex: boolean;
}

/** Open a thread for the texts of an archive. */
export function openTextsThread(place: TextsPlace): TextsThread {
	const worker = new Worker(thread, { workerData: place });
	const ended = once(worker, 'exit');
	// Awaited when the index is to be written; until then a failure is nobody's yet.
	ended.catch(() => {});
	const tell = (message: TextsMessage, ports: readonly MessagePort[] = []) =>
		worker.postMessage(message, ports);
	return {
		findNearest(texts) {
			const { port1, port2 } = new MessageChannel();
			const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
			tell({ texts, port: port2, done }, [port2]);
			return () => {
				Atomics.wait(done, 0, 0, patience(texts.length));
				const told = receiveMessageOnPort(port1);
				port1.close();
				return told?.message ?? nearestTexts(texts).nearest;
			};
		},
		async writeIndex(papers, folder, there = new Map()) {
			const left = once(worker, 'message');
			left.catch(() => {});
			tell({ papers: Array.from(papers, searchedFacts), folder, there });
			await ended;
			return (await left)[0] as readonly string[];
		},
		async stop() {
			await worker.terminate();
		},
	};
}

/** In milliseconds. By then a thread has ended without a word, and they are found here: it takes less than one a paper. */
function patience(papers: number): number {
	return 10_000 + 60 * papers;
}

import {
	MessageChannel,
	receiveMessageOnPort,
	Worker,
	type MessagePort,
} from 'node:worker_threads';
import { nearestTexts, type NearestFinder, type PaperText } from '../pipeline/nearest.ts';

/** Where what is known of the nearest is kept. */
export interface NearestPlace {
	/** Of the project. */
	readonly root: string;
	readonly folder: string;
}

/** What the thread is given. */
export interface NearestWork extends NearestPlace {
	readonly texts: readonly PaperText[];
	/** To which it tells what it found. */
	readonly port: MessagePort;
	/** Is one when it has told that, or cannot. */
	readonly done: Int32Array<SharedArrayBuffer>;
}

const worker = new URL('nearest-worker.ts', import.meta.url);

// A thread takes as long to start as fewer do.
const fewestPapers = 1_000;
// By then a thread has ended without a word, and they are found here: it takes less than one millisecond a paper.
const millisecondsAPaper = 60;

/** Finds the nearest of papers in a thread of its own. The pipeline waits for nothing else, and so for this alone it blocks. */
export function findNearestBeside(place: NearestPlace): NearestFinder {
	return (texts) => {
		if (texts.length < fewestPapers) return () => nearestTexts(texts).nearest;
		const { port1, port2 } = new MessageChannel();
		const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
		const workerData: NearestWork = { ...place, texts, port: port2, done };
		new Worker(worker, { workerData, transferList: [port2] }).unref();
		return () => {
			Atomics.wait(done, 0, 0, millisecondsAPaper * texts.length);
			const told = receiveMessageOnPort(port1);
			port1.close();
			return told?.message ?? nearestTexts(texts).nearest;
		};
	};
}

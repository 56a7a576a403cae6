import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PaperView } from '../../model/paper-view.ts';
import { searchedPaper, type SearchedPaper } from './searched-paper.ts';

/** What a worker is told. */
export interface IndexWork {
	readonly papers: readonly SearchedPaper[];
	readonly folder: string;
}

const worker = new URL('index-worker.ts', import.meta.url);

/** Write the index as `writeIndex` does, in a thread of its own. Rejects with what that rejects with. */
export async function writeIndexBeside(papers: Iterable<PaperView>, folder: string): Promise<void> {
	const workerData: IndexWork = { papers: Array.from(papers, searchedPaper), folder };
	const thread = new Worker(worker, { workerData });
	await once(thread, 'exit');
}

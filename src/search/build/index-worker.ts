import { workerData } from 'node:worker_threads';
import type { IndexWork } from './write-index-beside.ts';
import { writeIndex } from './write-index.ts';

const { papers, folder } = workerData as IndexWork;
await writeIndex(papers, folder);

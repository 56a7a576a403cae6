import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { FileBatch } from './file-writer.ts';

const folder = workerData as string;
const made = new Set<string>();

parentPort!.on('message', (batch: FileBatch) => {
	if (batch === 'end') parentPort!.close();
	else for (const [path, content] of batch) write(join(folder, path), content);
});

function write(file: string, content: string | Uint8Array): void {
	const place = dirname(file);
	if (!made.has(place)) mkdirSync(place, { recursive: true });
	made.add(place);
	writeFileSync(file, content);
}

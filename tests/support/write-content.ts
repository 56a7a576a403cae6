// Run as a process of its own, under a fault of the disk: changes a content folder as an ingest of
// three dumps would. What is written says nothing; when it is there matters.
import { changeContent, type ContentChange } from '../../src/disk/content-folder.ts';

/** What is written. */
export const change: ContentChange = {
	dumps: new Map(
		[2, 3, 4].map((day) => [`2025-03-0${day}.txt`, Buffer.from(`Dump of day ${day}\n`)]),
	),
	names: '{"name":1}\n',
	manifest: 'sums\n',
	ledger: '{"id":1}\n{"id":2}\n',
};

/** Write it, unless the folder has it already. */
export async function writeContent(folder: string): Promise<void> {
	await changeContent(
		folder,
		(content) => content.dumps.length > 1,
		(isDone) => (isDone ? undefined : change),
	);
}

if (import.meta.main) await writeContent(process.argv[2]!);

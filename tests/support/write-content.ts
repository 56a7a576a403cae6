// Run as a process of its own, under a fault of the disk: changes a content folder as an ingest of
// three dumps would. What is written says nothing; when it is there matters.
import { VFile } from 'vfile';
import { changeContent } from '../../src/disk/change-content.ts';
import type { Content } from '../../src/model/content.ts';
import { dumpFile } from './content.ts';

/** What is written. */
export const change = {
	dumps: [2, 3, 4].map((day) => dumpFile(`2025-03-0${day}.txt`, `Dump of day ${day}\n`)),
	names: '{"name":1}\n',
	manifest: 'sums\n',
	register: '{"after":1}\n',
	ledger: '{"id":1}\n{"id":2}\n',
} as const;

/** Write it, unless the folder has it already. */
export async function writeContent(folder: string): Promise<void> {
	await changeContent(
		folder,
		(content) => content,
		(content) => (content.dumps.length > 1 ? content : changed(content)),
	);
}

function changed(content: Content): Content {
	const grown = (name: Exclude<keyof typeof change, 'dumps'>) =>
		new VFile({ path: content[name].path, value: String(content[name]) + change[name] });
	return {
		...content,
		dumps: [...content.dumps, ...change.dumps],
		names: grown('names'),
		manifest: grown('manifest'),
		register: grown('register'),
		ledger: grown('ledger'),
	};
}

if (import.meta.main) await writeContent(process.argv[2]!);

import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfDump } from '../../src/model/dump-name.ts';

/**
 * Move files that somebody put among the dumps into the inbox, where a refused one holds up nothing. What the
 * manifest or the ledger speaks of is no such file, whatever else may be wrong with it.
 */
export async function moveStrays(content: string): Promise<void> {
	const dumps = join(content, 'dumps');
	const inbox = join(content, 'inbox');
	const records = await Promise.all(
		['dumps.sha256', 'ledger.jsonl'].map((name) =>
			readFile(join(content, name), 'utf8').catch(() => ''),
		),
	);
	for (const name of await readdir(dumps).catch(() => [])) {
		const id = digestOfDump(name);
		const isKnown = records.some(
			(text) =>
				text.includes(`dumps/${name}`) ||
				(id !== undefined && text.includes(`"digest":"${id}"`)),
		);
		if (isKnown || (await exists(join(inbox, name)))) continue;
		await mkdir(inbox, { recursive: true });
		await rename(join(dumps, name), join(inbox, name));
	}
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}

import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { contentPaths } from './content-folder.ts';

// What `readContent` gives, and what is not taken up yet.
const elsewhere: ReadonlySet<string> = new Set([...Object.values(contentPaths), 'inbox']);

/**
 * What lies in a content folder beside all that `readContent` reads, whatever it is called, by its path from
 * there, e.g. `card.png`. Hidden files, the inbox and what is no plain file are left out.
 */
export async function readBesideContent(
	folder: string,
): Promise<(readonly [path: string, bytes: Buffer])[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep))
		.filter((parts) => !elsewhere.has(parts[0]!) && !parts.some((part) => part.startsWith('.')))
		.map((parts) => parts.join('/'));
	return Promise.all(
		paths.toSorted().map(async (path) => [path, await readFile(join(folder, path))] as const),
	);
}

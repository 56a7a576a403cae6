import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

// What Pagefind puts before the CBOR of each of its files.
const signature = Buffer.from('pagefind_dcd');

/** `pagefind-entry.json`, as far as it is used here. */
interface IndexEntry {
	readonly languages: Readonly<Record<string, { hash: string }>>;
}

/** A filter: its name, and each value with the numbers of its pages. */
type Filter = [name: string, values: [value: string, pages: number[]][]];

/** The head of an index: version, pages, word chunks, filters (name and file), sorts, fields. */
type Meta = [string, unknown[], unknown[], [name: string, hash: string][], ...unknown[]];

/**
 * Put the filters of an index in order, and name the files anew by what they then hold. Pagefind
 * 1.5.2 writes filters and their values in the order of a hash map, which differs from run to run;
 * all else it writes is the same each time. Can go when two indexes with two filters come out equal without it.
 */
export async function canonicalizeIndex(folder: string): Promise<void> {
	const entryFile = join(folder, 'pagefind-entry.json');
	const entry = JSON.parse(await readFile(entryFile, 'utf8')) as IndexEntry;
	for (const language of Object.values(entry.languages)) {
		language.hash = await canonicalizeMeta(folder, language.hash);
	}
	await writeFile(entryFile, JSON.stringify(entry));
}

async function canonicalizeMeta(folder: string, hash: string): Promise<string> {
	const pathOf = (name: string) => join(folder, `pagefind.${name}.pf_meta`);
	return rewrite<Meta>(hash, pathOf, async (meta) => {
		const [version, pages, words, filters, ...rest] = meta;
		const renamed = await Promise.all(
			filters.map(async ([name, file]): Promise<[string, string]> => [
				name,
				await canonicalizeFilter(folder, file),
			]),
		);
		return [version, pages, words, renamed.toSorted(byFirst), ...rest];
	});
}

async function canonicalizeFilter(folder: string, hash: string): Promise<string> {
	const pathOf = (name: string) => join(folder, 'filter', `${name}.pf_filter`);
	return rewrite<Filter>(hash, pathOf, ([name, values]) => [name, values.toSorted(byFirst)]);
}

/** Change a file of the index and give the name it then has, as long as its old one. */
async function rewrite<Content>(
	hash: string,
	pathOf: (name: string) => string,
	change: (content: Content) => Content | Promise<Content>,
): Promise<string> {
	const bytes = gunzipSync(await readFile(pathOf(hash)));
	const content = decode(bytes.subarray(signature.length)) as Content;
	const changed = Buffer.concat([signature, encode(await change(content))]);
	const language = hash.slice(0, hash.indexOf('_') + 1);
	const sum = createHash('sha256').update(changed).digest('hex');
	const name = language + sum.slice(0, hash.length - language.length);
	await rm(pathOf(hash));
	await writeFile(pathOf(name), gzipSync(changed, { level: 9 }));
	return name;
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { load, type CheerioAPI } from 'cheerio';
import type { PaperRecord } from '../../src/data/records.ts';
import { listFiles, readPages, type BuiltPage } from './site-pages.ts';

/** A site as its readers and its host see it. */
export interface BuiltSite {
	/** Where it lies on the disk. */
	readonly folder: string;
	/** With slashes at both ends, e.g. `/repo/`. */
	readonly base: string;
	readonly origin: string;
	/** From the root of the site. */
	readonly files: ReadonlySet<string>;
	readonly pages: readonly BuiltPage[];
	/** The page at an address, e.g. `/about/`. Throws when there is none. */
	page(address: string): BuiltPage;
	/** The text of a file, e.g. `/urls.txt`. */
	text(file: string): string;
	/** A file of XML. */
	xml(file: string): CheerioAPI;
	/** The lines of `/data/papers.jsonl.gz`. */
	records(): PaperRecord[];
	/** The file an address of the site answers with, as GitHub Pages would. */
	answer(path: string): string | undefined;
}

const sites = new Map<string, BuiltSite>();

/** A built site, read once for all tests of a worker. */
export function readSite(folder: string, base: string, origin: string): BuiltSite {
	const known = sites.get(folder) ?? openSite(folder, base, origin);
	sites.set(folder, known);
	return known;
}

function openSite(folder: string, base: string, origin: string): BuiltSite {
	const files = new Set(listFiles(folder));
	const pages = readPages(folder);
	const byAddress = new Map(pages.map((page) => [page.address, page]));
	const text = (file: string) => readFileSync(join(folder, file), 'utf8');
	return {
		folder,
		base,
		origin,
		files,
		pages,
		page(address) {
			const page = byAddress.get(address);
			if (!page) throw new Error(`Unexpected lack of a page at ${address}`);
			return page;
		},
		text,
		xml: (file) => load(text(file), { xml: true }),
		records: () =>
			gunzipSync(readFileSync(join(folder, '/data/papers.jsonl.gz')))
				.toString()
				.split('\n')
				.filter((line) => line !== '')
				.map((line) => JSON.parse(line) as PaperRecord),
		answer(path) {
			const file = path.endsWith('/') ? `${path}index.html` : path;
			return files.has(file) ? file : undefined;
		},
	};
}

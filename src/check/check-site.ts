import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { readPage, readXmlLinks, type PageFacts } from './read-page.ts';

/** A rule of the check. The names are permanent. */
export type CheckRule =
	| 'missing-address'
	| 'broken-link'
	| 'unlisted-page'
	| 'missing-policy'
	| 'unportable-name'
	| 'not-a-file'
	| 'too-large'
	| 'nearly-too-large';

/** Something of a built site that breaks a promise. */
export interface Finding {
	readonly rule: CheckRule;
	/** `warning` lets the site be published. */
	readonly severity: 'error' | 'warning';
	/** The page or file, from the root of the site. */
	readonly file: string;
	/** What was found, and what was expected. */
	readonly message: string;
}

/** What a check found out about a site. */
export interface SiteReport {
	readonly findings: readonly Finding[];
	readonly files: number;
	readonly pages: number;
	/** Of all files. */
	readonly bytes: number;
	/** Different links that were followed. */
	readonly links: number;
}

/** What a site must hold to. */
export interface SiteExpectations {
	/** Where it is published, whole, with the base path: `https://example.org/repo/`. */
	readonly url: string;
	/** Addresses from the root of the site that must answer. */
	readonly addresses: readonly string[];
}

// GitHub Pages publishes at most 1 GB, and no file of more than 100 MB.
const mostBytes = 1_000_000_000;
const mostFileBytes = 100_000_000;
// From here on somebody should think of what to leave out.
const nearly = 0.7;

// As many files are asked for together; one after the other, half the time is waiting.
const atOnce = 32;

// What every file system can hold.
const portableNameRe = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$/;
// Names that Windows keeps for devices.
const reservedNameRe = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A file of the site, by its path from the root with `/` between folders. */
type Sizes = ReadonlyMap<string, number>;

/**
 * Check a built site as its readers and its host will: every address answers, every link, anchor
 * and asset is there to the letter, every page is listed or says that it is not, every page has its policy,
 * names and sizes suit the host. Rejects only when the folder cannot be read.
 */
export async function checkSite(
	folder: string,
	{ url, addresses }: SiteExpectations,
): Promise<SiteReport> {
	const { sizes, findings } = await listFiles(folder);
	const pages = new Map<string, PageFacts>();
	const xmlLinks = new Map<string, ReadonlySet<string>>();
	const read = [...sizes.keys()].filter((file) => /\.(?:html|xml)$/.test(file));
	for (const batch of batches(read)) {
		const texts = await Promise.all(batch.map((file) => readFile(join(folder, file), 'utf8')));
		batch.forEach((file, index) => {
			if (file.endsWith('.html')) pages.set(file, readPage(texts[index]!));
			else xmlLinks.set(file, readXmlLinks(texts[index]!));
		});
	}
	const site = { url: new URL(url), sizes, pages };
	const links = checkLinks(site, xmlLinks, findings);
	findings.push(
		...checkAddresses(site, addresses),
		...checkListing(site, xmlLinks),
		...checkPolicies(site),
		...checkNames(sizes),
		...checkSizes(sizes),
	);
	return { findings, files: sizes.size, pages: pages.size, bytes: sum(sizes), links };
}

interface Site {
	readonly url: URL;
	readonly sizes: Sizes;
	readonly pages: ReadonlyMap<string, PageFacts>;
}

async function listFiles(
	folder: string,
): Promise<{ sizes: Map<string, number>; findings: Finding[] }> {
	const sizes = new Map<string, number>();
	const findings: Finding[] = [];
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const things = entries.filter((entry) => !entry.isDirectory());
	for (const batch of batches(things)) {
		const paths = batch.map(({ parentPath, name }) => join(parentPath, name));
		const stats = await Promise.all(paths.map((path) => lstat(path)));
		batch.forEach((entry, index) => {
			const file = `/${relative(folder, paths[index]!).split(sep).join('/')}`;
			if (entry.isFile()) sizes.set(file, stats[index]!.size);
			else findings.push(error('not-a-file', file, 'Not a regular file'));
		});
	}
	return { sizes: new Map([...sizes].sort(([a], [b]) => (a < b ? -1 : 1))), findings };
}

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
	for (let start = 0; start < items.length; start += atOnce)
		yield items.slice(start, start + atOnce);
}

function error(rule: CheckRule, file: string, message: string): Finding {
	return { rule, severity: 'error', file, message };
}

/** The file that answers at an address, as GitHub Pages would give it; case counts. */
function answer(sizes: Sizes, address: string): string | undefined {
	const file = address.endsWith('/') ? `${address}index.html` : address;
	return sizes.has(file) ? file : undefined;
}

function checkAddresses({ sizes }: Site, addresses: readonly string[]): Finding[] {
	return [...new Set(addresses)]
		.filter((address) => answer(sizes, address) === undefined)
		.map((address) =>
			error(
				'missing-address',
				address,
				'This address was published, and nothing answers there',
			),
		);
}

/** Follow every link that stays on the site. Gives how many different ones there were. */
function checkLinks(
	site: Site,
	xmlLinks: ReadonlyMap<string, ReadonlySet<string>>,
	findings: Finding[],
): number {
	const known = new Map<string, string | undefined>();
	const faultAt = (link: string, here: URL) => {
		const target = URL.canParse(link, here) ? new URL(link, here) : undefined;
		if (target && target.origin !== site.url.origin) return undefined;
		const key = target?.href ?? link;
		if (!known.has(key)) known.set(key, faultOf(site, target));
		return known.get(key);
	};
	// Most links are written from the root of the host, and mean the same on every page.
	const fromRoot = new Map<string, string | undefined>();
	const follow = (file: string, here: URL, links: Iterable<string>) => {
		for (const link of links) {
			const isFromRoot = /^\/(?!\/)/.test(link);
			const fault =
				isFromRoot && fromRoot.has(link) ? fromRoot.get(link) : faultAt(link, here);
			if (isFromRoot) fromRoot.set(link, fault);
			if (fault)
				findings.push(error('broken-link', file, `Broken link \`${link}\`: ${fault}`));
		}
	};
	for (const [file, { links }] of site.pages) follow(file, addressOf(site, file), links);
	for (const [file, links] of xmlLinks) follow(file, addressOf(site, file), links);
	return known.size;
}

function addressOf({ url }: Site, file: string): URL {
	return new URL(url.pathname + file.slice(1).replace(/index\.html$/, ''), url);
}

function faultOf({ url, sizes, pages }: Site, target: URL | undefined): string | undefined {
	if (!target) return 'it is not an address';
	if (!target.pathname.startsWith(url.pathname)) return `it leaves ${url.pathname}`;
	const file = answer(sizes, decodeURI(`/${target.pathname.slice(url.pathname.length)}`));
	if (file === undefined) return 'there is nothing';
	const anchor = decodeURIComponent(target.hash.slice(1));
	if (anchor !== '' && !pages.get(file)?.ids.has(anchor)) return 'its page has no such anchor';
	return undefined;
}

/** Every page is in the sitemap or says that it is not to be listed, and not both. */
function checkListing(site: Site, xmlLinks: ReadonlyMap<string, ReadonlySet<string>>): Finding[] {
	const sitemaps = [...xmlLinks].filter(([file]) => file.startsWith('/sitemap'));
	const listed = new Set(sitemaps.flatMap(([, links]) => [...links]));
	return [...site.pages].flatMap(([file, { unlisted, canonical }]) => {
		const isListed = listed.has(addressOf(site, file).href);
		if (isListed === unlisted) {
			const found = isListed
				? 'both in the sitemap and `noindex`'
				: 'neither in the sitemap nor `noindex`';
			return error('unlisted-page', file, `The page is ${found}, where exactly one is right`);
		}
		if (!unlisted && canonical !== addressOf(site, file).href) {
			return error(
				'unlisted-page',
				file,
				`The canonical address is \`${canonical}\`, which is another page’s`,
			);
		}
		return [];
	});
}

function checkPolicies({ pages }: Site): Finding[] {
	return [...pages]
		.filter(([, { policy }]) => !policy?.startsWith("default-src 'none';"))
		.map(([file]) =>
			error('missing-policy', file, 'No security policy at the top of the head'),
		);
}

function checkNames(sizes: Sizes): Finding[] {
	const folded = new Map<string, string>();
	return [...sizes.keys()].flatMap((file) => {
		const parts = file.slice(1).split('/');
		const bad = parts.find(
			(name) => !portableNameRe.test(name) || reservedNameRe.test(name) || name.endsWith('.'),
		);
		if (bad !== undefined) {
			return error(
				'unportable-name',
				file,
				`The name \`${bad}\` is not valid on every file system`,
			);
		}
		const twin = folded.get(file.toLowerCase());
		folded.set(file.toLowerCase(), file);
		return twin === undefined
			? []
			: error('unportable-name', file, `Only case tells it from \`${twin}\``);
	});
}

function checkSizes(sizes: Sizes): Finding[] {
	const large = [...sizes]
		.filter(([, size]) => size > mostFileBytes)
		.map(([file, size]) =>
			error(
				'too-large',
				file,
				`${megabytes(size)}, where the host takes at most 100 MB a file`,
			),
		);
	const bytes = sum(sizes);
	if (bytes > mostBytes) {
		large.push(
			error('too-large', '/', `${megabytes(bytes)}, where the host takes at most 1 GB`),
		);
	} else if (bytes > nearly * mostBytes) {
		const message = `${megabytes(bytes)}, more than 70 % of the 1 GB that the host takes`;
		large.push({ rule: 'nearly-too-large', severity: 'warning', file: '/', message });
	}
	return large;
}

function megabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(0)} MB`;
}

function sum(sizes: Sizes): number {
	return [...sizes.values()].reduce((total, size) => total + size, 0);
}

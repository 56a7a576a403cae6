import { bytesByKind, type KindOfFiles } from './bytes-by-kind.ts';
import { contentsOf, type ReadFiles } from './contents.ts';
import { error, type Finding } from './findings.ts';
import { addressOf, answer, checkLinks, type ReadSite } from './follow-links.ts';
import { checkNames, checkSizes, totalOf } from './host-limits.ts';
import { checkIndex, indexFileRe } from './read-index.ts';
import type { PageFacts } from './read-page.ts';
import { beginReading, readAll } from './read-site.ts';
import { listSite, type SiteFiles, type Sizes } from './site-files.ts';
import type { Sums } from './sums.ts';

/** What a check found out about a site. */
export interface SiteReport {
	readonly findings: readonly Finding[];
	readonly files: number;
	readonly pages: number;
	/** Of all files. */
	readonly bytes: number;
	readonly kinds: readonly KindOfFiles[];
	/** Different links that were followed. */
	readonly links: number;
	readonly sums: Sums;
}

/** What a site must hold to. */
export interface SiteExpectations {
	/** Where it is published, whole, with the base path: `https://example.org/repo/`. */
	readonly url: string;
	/** Addresses from the root of the site that must answer. */
	readonly addresses: readonly string[];
	/** The security policies of which every page has one, to the letter. */
	readonly policies: readonly string[];
	/** How many records files must hold, by their address; of a folder, how many texts its index. */
	readonly records: ReadonlyMap<string, number>;
	/** How large a site its host takes, in bytes; what GitHub Pages takes, if left out. */
	readonly hostBytes?: number;
}

/**
 * Check a built site as its readers and its host will: every address answers; every link, anchor and
 * asset is there to the letter; pages are whole, safe, and listed or say that they are not; feeds, data
 * and the search index read strictly and hold what they should; names and sizes suit the host. Throws
 * only when the folder cannot be read.
 */
export function checkSite(folder: string, expected: SiteExpectations): SiteReport {
	const files = listSite(folder);
	const reading = beginReading(folder, new URL(expected.url).origin, files.sizes);
	return checkFiles(files, readAll(reading).read, expected);
}

/** Check a site by its files and what was read of them. */
export function checkFiles(
	{ sizes, others }: SiteFiles,
	read: ReadFiles,
	expected: SiteExpectations,
): SiteReport {
	const contents = contentsOf(sizes.keys(), read);
	const { pages, counts, heads, sums } = contents;
	const site = { ...contents, url: new URL(expected.url), sizes };
	const findings = [...others, ...contents.findings];
	const links = checkLinks(site, findings);
	findings.push(
		...checkAddresses(sizes, expected.addresses),
		...checkPages(pages, expected.policies),
		...checkListing(site),
		...checkIndex(
			heads,
			[...sizes.keys()].filter((file) => indexFileRe.test(file)),
		),
		...checkCounts(counts, expected.records),
		...checkTwins(counts),
		...checkNames(sizes),
		...checkSizes(sizes, expected.hostBytes),
	);
	const bytes = totalOf(sizes);
	const kinds = bytesByKind(sizes);
	return { findings, files: sizes.size, pages: pages.size, bytes, kinds, links, sums };
}

function checkAddresses(sizes: Sizes, addresses: readonly string[]): Finding[] {
	const message = 'This address was published, and nothing answers there';
	return [...new Set(addresses)]
		.filter((address) => answer(sizes, address) === undefined)
		.map((address) => error('missing-address', address, message));
}

function checkPages(
	pages: ReadonlyMap<string, PageFacts>,
	policies: readonly (string | undefined)[],
): Finding[] {
	return [...pages].flatMap(([file, { policy, unsafe, misshapen }]) => [
		...(policies.includes(policy) ? [] : [error('missing-policy', file, policyFault(policy))]),
		...unsafe.map((fault) => error('unsafe-markup', file, fault)),
		...misshapen.map((fault) => error('page-structure', file, fault)),
	]);
}

function policyFault(policy: string | undefined): string {
	return policy === undefined
		? 'No security policy at the top of the head'
		: `Its security policy is another: \`${policy}\``;
}

/** Every page is in the sitemap or says that it is not to be listed, and not both. */
function checkListing(site: ReadSite): Finding[] {
	const sitemaps = [...site.xml].filter(([file]) => file.startsWith('/sitemap'));
	const listed = new Set(sitemaps.flatMap(([, { links }]) => links));
	return [...site.pages].flatMap(([file, { unlisted, canonical }]) => {
		const own = addressOf(site, file).href;
		const isListed = listed.has(own);
		if (isListed === unlisted) {
			const found = isListed
				? 'both in the sitemap and `noindex`'
				: 'neither in the sitemap nor `noindex`';
			return error('unlisted-page', file, `The page is ${found}, where exactly one is right`);
		}
		if (!unlisted && canonical !== own) {
			const message = `The canonical address is \`${canonical}\`, which is another page’s`;
			return error('unlisted-page', file, message);
		}
		return [];
	});
}

function checkCounts(
	counts: ReadonlyMap<string, number>,
	expected: ReadonlyMap<string, number>,
): Finding[] {
	return [...expected].flatMap(([file, records]) => {
		const found = counts.get(file) ?? 0;
		if (found === records) return [];
		return error('record-count', file, `It holds ${found} records, expected ${records}`);
	});
}

/** A feed that is there as Atom and as JSON holds as much in either. */
function checkTwins(counts: ReadonlyMap<string, number>): Finding[] {
	return [...counts].flatMap(([file, found]) => {
		const twin = file.startsWith('/feeds/') && counts.get(file.replace(/\.xml$/, '.json'));
		if (twin === false || twin === undefined || twin === found) return [];
		return error('record-count', file, `It holds ${found} records, and as JSON ${twin}`);
	});
}

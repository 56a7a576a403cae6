import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { filesOf, sha256 } from '../../src/kept/source-key.ts';
import { gunzipSync } from 'node:zlib';
import { formatSums } from '../../src/check/sums.ts';
import { dataFiles } from '../../src/data/data-files.ts';
import { contentPaths } from '../../src/disk/content-folder.ts';
import { formatCount, formatDay } from '../../src/language/format.ts';
import { address } from '../../src/model/address.ts';
import type { Content } from '../../src/model/content.ts';
import { digestIdParts, type Day } from '../../src/model/id.ts';
import { permanentAddresses } from '../../src/model/permanent-addresses.ts';
import { trendNames } from '../../src/model/trends.ts';
import type { ArchiveView } from '../../src/model/view.ts';
import { site } from '../../src/site.ts';
import { csv } from '../../src/trends/csv.ts';
import { trendTable } from '../../src/trends/trend-tables.ts';
import type { PreservedFile } from './tar.ts';

/** What a site is built with, and what explains it. */
const codePaths = [
	'.node-version',
	'.npmrc',
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	'LICENSE',
	'README.md',
	'astro.config.mjs',
	'docs',
	'package-lock.json',
	'package.json',
	'public',
	'scripts',
	'src',
	'tsconfig.json',
];

/**
 * All that is preserved of an archive, what explains it first. `root` is the folder of the project;
 * `beside` lies in the folder of the content, by its path there.
 */
export async function preservedFiles(
	root: string,
	{ content, beside }: { readonly content: Content; readonly beside: readonly PreservedFile[] },
	archive: ArchiveView,
): Promise<PreservedFile[]> {
	const published = await siteFiles(archive);
	const files = [...contentFiles(content, beside), ...published, ...codeFiles(root)];
	const readme: PreservedFile = ['README.txt', Buffer.from(readmeOf(archive))];
	const sums = [readme, ...files].map(([path, bytes]) => [`/${path}`, sha256(bytes)] as const);
	return [readme, ['SHA256SUMS', Buffer.from(formatSums(new Map(sums)))], ...files];
}

/** Files that few archives have, and that say the same if they are empty. */
const mayBeMissing: ReadonlySet<string> = new Set([contentPaths.enrichment, contentPaths.settings]);

/** The dumps as they came, and all that was written down about them. */
function contentFiles(
	{ dumps, ...texts }: Content,
	beside: readonly PreservedFile[],
): PreservedFile[] {
	const { dumps: folder, ...names } = contentPaths;
	return [
		...beside.map(([name, bytes]): PreservedFile => [`content/${name}`, bytes]),
		...dumps.map(({ file }) => preserved(`content/${folder}/${file.basename}`, file.value)),
		...Object.entries(names)
			.map(([key, name]) => [name, texts[key as keyof typeof names].value] as const)
			.filter(([name, value]) => !mayBeMissing.has(name) || value.length > 0)
			.map(([name, value]) => preserved(`content/${name}`, value)),
	];
}

/** What the site publishes as data, at the addresses that it has there; the papers unpacked, for a reader without tools. */
async function siteFiles(archive: ArchiveView): Promise<PreservedFile[]> {
	const { trends, papers } = archive;
	const files = new Map([
		...(await dataFiles(archive, site.address)),
		...trendNames.map(
			(name) => [address.numbers(name), csv(trendTable(name, trends, papers))] as const,
		),
		[
			address.urls,
			permanentAddresses(archive)
				.toSorted()
				.map((line) => `${line}\n`)
				.join(''),
		],
	]);
	return Array.from(files, ([path, text]) =>
		path === address.paperData
			? preserved(`site${path.replace(/\.gz$/, '')}`, gunzipSync(text))
			: preserved(`site${path}`, text),
	);
}

// `.DS_Store`, `src/.x.ts.swp`: of an editor or a system
const hiddenRe = /(?:^|[\\/])\./;

/** The program, without its tests and the pictures of its docs, in an order that no system's separator changes. */
function codeFiles(root: string): PreservedFile[] {
	return codePaths
		.flatMap((path) =>
			filesOf(join(root, path))
				.filter(
					(file) => !hiddenRe.test(file) && !(path === 'docs' && file.endsWith('.png')),
				)
				.map((file) => join(path, file).split(sep).join('/')),
		)
		.toSorted()
		.map((file) => preserved(`code/${file}`, readFileSync(join(root, file))));
}

function preserved(path: string, value: string | Uint8Array | undefined): PreservedFile {
	return [path, Buffer.from(value ?? '')];
}

/** What to tell somebody who has nothing but the file. */
function readmeOf({ papers, digests }: ArchiveView): string {
	const days = daysOf(digests.keys());
	const title = `${site.name}: ${site.tagline}`;
	return `${title}
${'='.repeat(title.length)}

${formatCount(papers.size, 'paper')} from ${formatCount(digests.size, 'digest')}, of ${formatDay(days[0]!)} to ${formatDay(days.at(-1)!)}.

${readFileSync(join(import.meta.dirname, 'readme.txt'), 'utf8')}`;
}

/** The days of digests, in order. */
export function daysOf(digests: Iterable<Parameters<typeof digestIdParts>[0]>): Day[] {
	return Array.from(digests, (id) => digestIdParts(id).day).toSorted();
}

import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kindOf } from '../src/check/bytes-by-kind.ts';
import { siteChanges, type Change, type ComparedSite } from '../src/check/site-changes.ts';
import { listSite } from '../src/check/site-files.ts';
import { parseSums, type Sums } from '../src/check/sums.ts';
import { formatCount, formatNumber } from '../src/language/format.ts';
import { address } from '../src/model/address.ts';
import { UsageError } from './arguments.ts';
import { readPublished } from './published.ts';

const webRe = /^https?:\/\//;

/** A site to compare with: its folder, or its address, of which only the sums are asked for. */
export async function siteBefore(source: string): Promise<ComparedSite> {
	if (!webRe.test(source)) return siteIn(source, await sumsIn(source));
	const manifest = await readPublished(source, address.manifest.slice(1));
	if (manifest === undefined)
		throw new UsageError(`${source} has no ${address.manifest}, expected a published site`);
	return { sums: parseSums(manifest), read: () => undefined };
}

/** A site in a folder, the sums of whose files are known. */
export function siteIn(folder: string, sums: Sums): ComparedSite {
	return { sums, read: (file) => readFileSync(join(folder, file), 'utf8') };
}

/** As the site says itself, or else as its files are; none where there is no site. */
async function sumsIn(folder: string): Promise<Sums> {
	const manifest = await readFile(join(folder, address.manifest), 'utf8').catch(() => undefined);
	if (manifest !== undefined) return parseSums(manifest);
	try {
		const files = [...listSite(folder).sizes.keys()];
		return new Map(
			files.map((file) => [file, hash('sha256', readFileSync(join(folder, file)))]),
		);
	} catch {
		return new Map();
	}
}

/** What changed from one site to the next: each page with its reasons, and how many there are of each kind. */
export function formatChanges(before: ComparedSite, after: ComparedSite): string {
	const changes = siteChanges(before, after).filter(({ file }) => file !== address.manifest);
	const pages = changes.filter(isPage);
	const groups = Map.groupBy(
		pages,
		({ file, reasons }) => `${kindOf(file)}: ${reasons.join(', ')}`,
	);
	const counts = [...groups].toSorted(([, a], [, b]) => b.length - a.length);
	return [
		...pages.map(({ file, reasons }) => `${addressOf(file)}  ${reasons.join(', ')}`),
		...counts.map(([group, { length }]) => `${formatNumber(length).padStart(7)}  ${group}`),
		`${formatCount(pages.length, 'page')} and ${formatCount(changes.length - pages.length, 'other file')} ` +
			`are not as they were, of ${formatCount(after.sums.size, 'file')}`,
	].join('\n');
}

function isPage({ file }: Change): boolean {
	return file.endsWith('.html');
}

function addressOf(file: string): string {
	return file.replace(/index\.html$/, '');
}

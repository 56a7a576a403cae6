import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { expectedSite } from '../src/build/expected-site.ts';
import type { Lanes } from '../src/build/lanes.ts';
import { checkFiles, type SiteReport } from '../src/check/check-site.ts';
import { readBeside } from '../src/check/read-beside.ts';
import { beginReading, readAll } from '../src/check/read-site.ts';
import { fileState, siteFiles, type SiteFiles } from '../src/check/site-files.ts';
import { formatSums } from '../src/check/sums.ts';
import type { WrittenFiles } from '../src/kept/file-writer.ts';
import { openFacts } from '../src/kept/kept-facts.ts';
import { address } from '../src/model/address.ts';
import type { ArchiveView } from '../src/model/view.ts';
import { isRefused, SiteError } from './check-report.ts';
import type { BuildOptions } from './make-site.ts';

const root = resolve(import.meta.dirname, '..');

/** A site that was made, and may not hold what it promises. */
export interface MadeSite {
	readonly options: BuildOptions;
	readonly archive: ArchiveView;
	readonly site: string;
	readonly lanes: Lanes;
}

/** A site that holds what it promises. */
export interface CheckedSite {
	readonly report: SiteReport;
	/** How each of its files was found, the manifest's too, by its path from the root. */
	readonly states: ReadonlyMap<string, string>;
}

/** A site that can be checked but for its data. */
interface SiteToCheck {
	readonly url: URL;
	/** Its files, when all are written but the last. */
	readonly written: Promise<WrittenFiles>;
	/** Gives the files that are written last, by their paths. */
	readonly data: () => Promise<ReadonlyMap<string, string | Uint8Array>>;
}

/**
 * A site that breaks a promise is never published. One that holds gets the sums of its files. Those that
 * were left as they are known are not read again, and the data may be made while the others are read.
 */
export async function checkBuild(
	{ options, archive, site, lanes }: MadeSite,
	{ url, written, data }: SiteToCheck,
): Promise<CheckedSite> {
	const facts = openFacts(root, options.content, options);
	const expected = expectedSite(archive, url.href);
	const { left, states } = await written;
	const begin = ({ sizes }: SiteFiles) => beginReading(site, url.origin, sizes, facts.sums, left);
	const first = siteFiles(states);
	const early = await readBeside(begin(first), lanes);
	const known = facts.ofAll(new Map([...left, ...early.same]));
	const last = siteFiles(await writeAll(site, await data()));
	const late = readAll(begin(last));
	const files = siteFiles([...states, ...last.states]);
	const read = new Map([...known, ...facts.ofAll(late.same), ...early.read, ...late.read]);
	const report = checkFiles(files, read, expected);
	if (isRefused(report)) throw new SiteError(report);
	facts.save(read);
	const manifest = new Map([[address.manifest, formatSums(report.sums)]]);
	return { report, states: new Map([...files.states, ...(await writeAll(site, manifest))]) };
}

/** Write files into a site. Gives how each then is. */
async function writeAll(
	site: string,
	files: ReadonlyMap<string, string | Uint8Array>,
): Promise<[file: string, state: string][]> {
	const states: [string, string][] = [];
	for (const [file, content] of files) {
		const path = join(site, file);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, content);
		states.push([file, fileState(path)]);
	}
	return states;
}

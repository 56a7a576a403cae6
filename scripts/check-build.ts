import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expectedSite } from '../src/build/expected-site.ts';
import type { Lanes } from '../src/build/lanes.ts';
import { checkFiles, type SiteReport } from '../src/check/check-site.ts';
import { readBeside } from '../src/check/read-beside.ts';
import { beginReading } from '../src/check/read-site.ts';
import { fileState, listSite } from '../src/check/site-files.ts';
import { formatSums, type Sums } from '../src/check/sums.ts';
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

/**
 * A site that breaks a promise is never published. One that holds gets the sums of its files. Those that
 * were `left` as a site before had them are not read again.
 */
export async function checkBuild(
	{ options, archive, site, lanes }: MadeSite,
	url: URL,
	left: Sums,
): Promise<CheckedSite> {
	const facts = openFacts(root, options.content, options);
	const files = listSite(site);
	const reading = beginReading(site, url.origin, files.sizes, facts.sums, left);
	const { read: others, same } = await readBeside(reading, lanes);
	const read = new Map([...facts.ofAll(new Map([...left, ...same])), ...others]);
	const report = checkFiles(files, read, expectedSite(archive, url.href));
	if (isRefused(report)) throw new SiteError(report);
	facts.save(read);
	const manifest = join(site, address.manifest);
	await writeFile(manifest, formatSums(report.sums));
	const states = new Map([...files.states, [address.manifest, fileState(manifest)]]);
	return { report, states };
}

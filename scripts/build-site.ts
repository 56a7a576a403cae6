import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from 'astro';
import { isReplaceable, swapFolder } from '../src/disk/content-folder.ts';
import { readBase, readSite } from '../src/build/build-address.ts';
import { checkSite, type SiteReport } from '../src/check/check-site.ts';
import { isPaperId } from '../src/model/id.ts';
import { isAlive } from '../src/disk/lock.ts';
import { offprintConfig } from '../src/build/offprint-config.ts';
import { createArchiveSource } from '../src/loaders/archive-source.ts';
import type { ArchiveSource } from '../src/loaders/current-archive.ts';
import { formatCount, formatNumber } from '../src/language/format.ts';
import { permanentAddresses } from '../src/model/permanent-addresses.ts';
import type { RestorationReport } from '../src/model/view.ts';
import { isRefused, SiteError } from './check-report.ts';
import { readArguments, UsageError } from './arguments.ts';
import { formatMessages, type Terminal } from './run.ts';

const usage = 'npm run build -- [--content DIR] [--out DIR] [--site URL] [--base PATH]';

const root = resolve(import.meta.dirname, '..');

interface BuildArguments {
	readonly content: string;
	readonly out: string;
	readonly site: string;
	readonly base: string;
}

/** `npm run build`: make the site, check it, and put it in the place of the one before. */
export async function buildSite(terminal: Terminal): Promise<number> {
	const options = readOptions(terminal);
	const stages = new Map<string, number>();
	const staging = join(root, '.cache', 'builds', String(process.pid));
	const source = createArchiveSource(options.content);
	await refuseOtherFolder(options.out);
	await clearLeftovers(dirname(staging));
	try {
		await timed(stages, 'read', () => source.read());
		await timed(stages, 'pages', () => render(options, source, staging, stages));
		const report = await timed(stages, 'check', () =>
			check(options, source, join(staging, 'site')),
		);
		await timed(stages, 'swap', () => publish(join(staging, 'site'), options.out));
		terminal.print(await formatBuild(options, source, stages, report));
		return 0;
	} finally {
		await rm(staging, { recursive: true, force: true });
	}
}

function readOptions({ parameters, environment }: Terminal): BuildArguments {
	const { values, positionals } = readArguments(parameters, usage, {
		content: { type: 'string', default: environment['OFFPRINT_CONTENT'] ?? 'content' },
		out: { type: 'string', default: 'dist' },
		site: { type: 'string' },
		base: { type: 'string' },
	});
	if (positionals.length > 0)
		throw new UsageError(`Unexpected ${positionals[0]}\nUsage: ${usage}`);
	try {
		return {
			content: resolve(values.content),
			out: resolve(values.out),
			site: readSite(values.site ?? environment['OFFPRINT_SITE']),
			base: readBase(values.base ?? environment['OFFPRINT_BASE']),
		};
	} catch (error) {
		throw new UsageError(`${(error as Error).message}\nUsage: ${usage}`, { cause: error });
	}
}

/** What stands at `--out` is deleted once the site is whole, so it must be a site. */
async function refuseOtherFolder(out: string): Promise<void> {
	if (await isReplaceable(out)) return;
	throw new UsageError(
		`Unexpected files in ${out}, expected a site of this project or an empty folder: a build replaces all that is in it. ` +
			'Nothing was written. Give another folder with --out.',
	);
}

/** A build that was killed leaves its folder; whoever is not alive will not come back for it. */
async function clearLeftovers(folder: string): Promise<void> {
	for (const name of await readdir(folder).catch(() => [])) {
		if (!isAlive(Number(name))) await rm(join(folder, name), { recursive: true, force: true });
	}
}

async function render(
	{ site, base }: BuildArguments,
	source: ArchiveSource,
	staging: string,
	stages: Map<string, number>,
): Promise<void> {
	const outDir = join(staging, 'site');
	const { papers } = await source.read();
	const rendering = new AbortController();
	const progress = showProgress(join(outDir, 'papers'), papers.size, rendering.signal);
	try {
		await build({
			...offprintConfig({
				site,
				base,
				source,
				onStage: (name, seconds) => stages.set(name, seconds),
			}),
			root,
			configFile: false,
			outDir,
			cacheDir: join(staging, 'cache'),
			logLevel: 'warn',
		});
	} finally {
		rendering.abort();
		await progress;
	}
}

/** A line on standard error now and then while pages are written; none for a site done in a moment. */
async function showProgress(folder: string, papers: number, signal: AbortSignal): Promise<void> {
	const interval = process.stderr.isTTY ? 1_000 : 10_000;
	try {
		for (;;) {
			await delay(interval, undefined, { signal });
			const pages = await readdir(folder).then(
				(names) => names.filter(isPaperId).length,
				() => 0,
			);
			const line =
				pages === 0
					? 'preparing'
					: `${formatNumber(pages)} of ${formatNumber(papers)} papers`;
			process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line} …` : `${line} …\n`);
		}
	} catch (error) {
		if (!signal.aborted) throw error;
		if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
	}
}

/** A site that breaks a promise is never published. */
async function check(
	{ site, base }: BuildArguments,
	source: ArchiveSource,
	folder: string,
): Promise<SiteReport> {
	const addresses = permanentAddresses(await source.read());
	const report = await checkSite(folder, { url: new URL(base, site).href, addresses });
	if (isRefused(report)) throw new SiteError(report);
	return report;
}

/** Astro can only write on the project's own file system; from there the site is moved, or copied beside its place first. */
async function publish(fresh: string, out: string): Promise<void> {
	await mkdir(dirname(out), { recursive: true });
	if ((await stat(fresh)).dev === (await stat(dirname(out))).dev) return swapFolder(fresh, out);
	const beside = `${out}.offprint-new`;
	await rm(beside, { recursive: true, force: true });
	await cp(fresh, beside, { recursive: true });
	await swapFolder(beside, out);
}

async function timed<Result>(
	stages: Map<string, number>,
	name: string,
	action: () => Promise<Result>,
): Promise<Result> {
	const start = performance.now();
	const result = await action();
	stages.set(name, (performance.now() - start) / 1000);
	return result;
}

async function formatBuild(
	{ out, site, base }: BuildArguments,
	source: ArchiveSource,
	stages: ReadonlyMap<string, number>,
	{ pages, files, bytes, links }: SiteReport,
): Promise<string> {
	const { papers, digests, restoration } = await source.read();
	const seconds = ['read', 'pages', 'index', 'check', 'swap'].map(
		(name) => `${name} ${(stages.get(name) ?? 0).toFixed(1)} s`,
	);
	return [
		`${formatCount(papers.size, 'paper')}, ${formatCount(digests.size, 'digest')}: ` +
			`${formatCount(pages, 'page')}, ${formatCount(files, 'file')}, ${(bytes / 1e6).toFixed(1)} MB, ` +
			`${formatCount(links, 'link')} checked`,
		...formatRestoration(restoration),
		`${seconds.join(', ')} (the index is made beside the pages)`,
		`${out} is the site for ${new URL(base, site)}; to look at it: ${previewCommand(out, base)}`,
	].join('\n');
}

/** How many stretches of text each rule restored, most first; and what could not be set. */
function formatRestoration({ counts, files }: RestorationReport): string[] {
	const rules = Object.entries(counts)
		.toSorted(([, a], [, b]) => b - a)
		.map(([rule, count]) => `${rule} ${formatNumber(count)}`);
	return [
		...(rules.length > 0 ? [`restored: ${rules.join(', ')}`] : []),
		...(files.length > 0 ? [formatMessages(files)] : []),
	];
}

function previewCommand(out: string, base: string): string {
	const options = [
		...(out === join(root, 'dist') ? [] : ['--outDir', out]),
		...(base === '/' ? [] : ['--base', base]),
	];
	return ['npm run preview', ...(options.length > 0 ? ['--', ...options] : [])].join(' ');
}

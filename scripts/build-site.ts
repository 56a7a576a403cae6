import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { VFile } from 'vfile';
import { buildAddress } from '../src/build/build-address.ts';
import type { ComparedSite } from '../src/check/site-changes.ts';
import { siteKey, isAsBuilt, remember } from '../src/kept/last-site.ts';
import { isReplaceable, placeOf } from '../src/disk/site-folder.ts';
import type { Settings } from '../src/model/settings.ts';
import { defaults } from '../src/site.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { BuildOptions } from './make-site.ts';
import { beginViews } from './prepare-views.ts';
import { formatMessages, type Terminal } from './run.ts';

const usage =
	'npm run build -- [--content DIR] [--out DIR] [--site URL] [--base PATH] [--changes [--against SITE]]';

const root = resolve(import.meta.dirname, '..');

const settingsName = 'site.yaml';

/** `npm run build`: make the site anew, unless it is there and nothing it is made of has changed. */
export async function buildSite(terminal: Terminal): Promise<number> {
	const { changes, ...options } = await readOptions(terminal);
	const out = await refuseOtherFolder(options.out);
	const before = changes === undefined ? undefined : await siteOf(changes);
	const key = siteKey(root, options);
	if (isAsBuilt(root, out, key)) {
		if (before) terminal.print(await changesSince(before, out));
		terminal.print(`Nothing has changed since the last build.\n${whereToLook(options)}`);
		return 0;
	}
	const views = beginViews(options);
	const { makeSite } = await import('./make-site.ts');
	const report = await makeSite({ ...options, out, before }, views);
	// What changed while the site was being made may or may not be in it.
	if (siteKey(root, options) === key) remember(root, out, key);
	terminal.print(`${report}\n${whereToLook(options)}`);
	return 0;
}

/** What to build, and the site with which to compare it, where that was asked for. */
interface Order extends BuildOptions {
	readonly changes: string | undefined;
}

async function readOptions({ parameters, environment, warn }: Terminal): Promise<Order> {
	const { values, positionals } = readArguments(parameters, usage, {
		content: { type: 'string', default: environment['OFFPRINT_CONTENT'] ?? 'content' },
		out: { type: 'string', default: 'dist' },
		site: { type: 'string' },
		base: { type: 'string' },
		changes: { type: 'boolean', default: false },
		against: { type: 'string' },
	});
	if (positionals.length > 0)
		throw new UsageError(`Unexpected ${positionals[0]}\nUsage: ${usage}`);
	if (values.against !== undefined && !values.changes)
		throw new UsageError(`Unexpected --against without --changes\nUsage: ${usage}`);
	const [content, out] = [resolve(values.content), resolve(values.out)];
	const changes = values.changes ? (values.against ?? out) : undefined;
	const settings = await settingsOf(content, (file) => warn(formatMessages([file])));
	try {
		const address = buildAddress(
			values.site ?? environment['OFFPRINT_SITE'],
			values.base ?? environment['OFFPRINT_BASE'],
			settings,
		);
		return { content, out, changes, settings, ...address };
	} catch (error) {
		throw new UsageError(`${(error as Error).message}\nUsage: ${usage}`, { cause: error });
	}
}

/** What reads settings takes longer to load than to find that nothing has changed. */
async function settingsOf(content: string, warn: (file: VFile) => void): Promise<Settings> {
	if (!existsSync(join(content, settingsName))) return defaults;
	const { applySettings } = await import('../src/loaders/apply-settings.ts');
	return applySettings(content, warn);
}

/** What stands at `--out`, or where it leads, is deleted once the site is whole, so it must be a site. */
async function refuseOtherFolder(out: string): Promise<string> {
	const place = await placeOf(out);
	if (place === undefined)
		throw new UsageError(`Unexpected link ${out} to nothing, expected a folder`);
	if (await isReplaceable(place)) return place;
	throw new UsageError(
		`Unexpected files in ${out}, expected a site of this project or an empty folder: a build replaces all that is in it. ` +
			'Nothing was written. Give another folder with --out.',
	);
}

async function siteOf(source: string): Promise<ComparedSite> {
	const { siteBefore } = await import('./changes-report.ts');
	return siteBefore(source);
}

async function changesSince(before: ComparedSite, out: string): Promise<string> {
	const { formatChanges } = await import('./changes-report.ts');
	return formatChanges(before, await siteOf(out));
}

function whereToLook({ out, site, base }: BuildOptions): string {
	return `${out} is the site for ${new URL(base, site)}; to look at it: ${previewCommand(out, base)}`;
}

function previewCommand(out: string, base: string): string {
	const options = [
		...(out === join(root, 'dist') ? [] : ['--outDir', out]),
		...(base === '/' ? [] : ['--base', base]),
	];
	return ['npm run preview', ...(options.length > 0 ? ['--', ...options] : [])].join(' ');
}

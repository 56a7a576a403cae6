import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { VFile } from 'vfile';
import { buildAddress } from '../src/build/build-address.ts';
import type { ComparedSite } from '../src/check/site-changes.ts';
import { siteKey, isAsBuilt, remember } from '../src/kept/last-site.ts';
import { isReplaceable, placeOf } from '../src/disk/site-folder.ts';
import type { Settings } from '../src/model/settings.ts';
import { formatYears, parseYears, type Years } from '../src/model/years.ts';
import { defaults } from '../src/site.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { BuildOptions } from './make-site.ts';
import { beginViews } from './prepare-views.ts';
import { formatMessages, type Terminal } from './run.ts';

const usage =
	'npm run build -- [--content DIR] [--out DIR] [--site URL] [--base PATH] [--changes [--against SITE] | --years YEARS]';

const root = resolve(import.meta.dirname, '..');

const settingsName = 'site.yaml';

/** `npm run build`: make the site anew, unless it is there and nothing it is made of has changed; or a part of it. */
export async function buildSite(terminal: Terminal): Promise<number> {
	const { changes, years, ...options } = await readOrder(terminal);
	if (years) {
		const { buildPart } = await import('./build-part.ts');
		return buildPart(terminal, { ...options, years });
	}
	return renewSite(terminal, options, changes);
}

/** Make a site anew, unless it is there as it would be. */
export async function renewSite(
	terminal: Terminal,
	options: BuildOptions,
	changes?: string,
): Promise<number> {
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
	const { report, states } = await makeSite({ ...options, out, before }, views);
	// What changed while the site was being made may or may not be in it.
	if (siteKey(root, options) === key) remember(root, out, key, states);
	terminal.print(`${report}\n${whereToLook(options)}`);
	return 0;
}

/** What to build: a site, with that to compare it with where this was asked for, or a part. */
interface Order extends BuildOptions {
	readonly changes: string | undefined;
	readonly years: Years | undefined;
}

async function readOrder(terminal: Terminal): Promise<Order> {
	const { values, positionals } = readArguments(terminal.parameters, usage, {
		...targetOptions,
		changes: { type: 'boolean', default: false },
		against: { type: 'string' },
		years: { type: 'string' },
	});
	const refuse = (found: string) => {
		throw new UsageError(`Unexpected ${found}\nUsage: ${usage}`);
	};
	if (positionals.length > 0) refuse(positionals[0]!);
	if (values.against !== undefined && !values.changes) refuse('--against without --changes');
	if (values.years !== undefined && values.changes) refuse('--years with --changes');
	if (values.years !== undefined && values.out === undefined) refuse('--years without --out');
	const years = values.years === undefined ? undefined : readYears(values.years);
	const target = await readTarget(terminal, values, usage);
	const changes = values.changes ? (values.against ?? target.out) : undefined;
	return { ...target, changes, years };
}

function readYears(text: string): Years {
	const years = parseYears(text);
	if (!years)
		throw new UsageError(`Unexpected years ${text}, expected some such as 2024 or 2024-2025`);
	if (years.from <= years.to) return years;
	const turned = formatYears({ from: years.to, to: years.from });
	throw new UsageError(`Unexpected years ${text}, expected the earlier one first: ${turned}`);
}

/** The options that say what to build from, for where, and into which folder. */
export const targetOptions = {
	content: { type: 'string' },
	out: { type: 'string' },
	site: { type: 'string' },
	base: { type: 'string' },
} as const;

/** Read what to build from, for where, into which folder. */
export async function readTarget(
	{ environment, warn }: Terminal,
	values: Readonly<Partial<Record<keyof typeof targetOptions, string>>>,
	usage: string,
): Promise<BuildOptions> {
	const content = resolve(values.content ?? environment['OFFPRINT_CONTENT'] ?? 'content');
	const out = resolve(values.out ?? 'dist');
	const settings = await settingsOf(content, (file) => warn(formatMessages([file])));
	try {
		const address = buildAddress(
			values.site ?? environment['OFFPRINT_SITE'],
			values.base ?? environment['OFFPRINT_BASE'],
			settings,
		);
		return { content, out, settings, ...address };
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

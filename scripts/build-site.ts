import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildAddress } from '../src/build/build-address.ts';
import { siteKey, isAsBuilt, remember } from '../src/build/last-site.ts';
import { isReplaceable, placeOf } from '../src/disk/site-folder.ts';
import type { Settings } from '../src/model/settings.ts';
import { defaults } from '../src/site.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { BuildOptions } from './make-site.ts';
import type { Terminal } from './run.ts';

const usage = 'npm run build -- [--content DIR] [--out DIR] [--site URL] [--base PATH]';

const root = resolve(import.meta.dirname, '..');

const settingsName = 'site.yaml';

/** `npm run build`: make the site anew, unless it is there and nothing it is made of has changed. */
export async function buildSite(terminal: Terminal): Promise<number> {
	const options = await readOptions(terminal);
	const out = await refuseOtherFolder(options.out);
	const key = siteKey(root, options);
	if (isAsBuilt(root, out, key)) {
		terminal.print(`Nothing has changed since the last build.\n${whereToLook(options)}`);
		return 0;
	}
	const { makeSite } = await import('./make-site.ts');
	const report = await makeSite({ ...options, out });
	// What changed while the site was being made may or may not be in it.
	if (siteKey(root, options) === key) remember(root, out, key);
	terminal.print(`${report}\n${whereToLook(options)}`);
	return 0;
}

async function readOptions({ parameters, environment }: Terminal): Promise<BuildOptions> {
	const { values, positionals } = readArguments(parameters, usage, {
		content: { type: 'string', default: environment['OFFPRINT_CONTENT'] ?? 'content' },
		out: { type: 'string', default: 'dist' },
		site: { type: 'string' },
		base: { type: 'string' },
	});
	if (positionals.length > 0)
		throw new UsageError(`Unexpected ${positionals[0]}\nUsage: ${usage}`);
	const content = resolve(values.content);
	const settings = await settingsOf(content);
	try {
		const address = buildAddress(
			values.site ?? environment['OFFPRINT_SITE'],
			values.base ?? environment['OFFPRINT_BASE'],
			settings,
		);
		return { content, out: resolve(values.out), settings, ...address };
	} catch (error) {
		throw new UsageError(`${(error as Error).message}\nUsage: ${usage}`, { cause: error });
	}
}

/** What reads settings takes longer to load than to find that nothing has changed. */
async function settingsOf(content: string): Promise<Settings> {
	if (!existsSync(join(content, settingsName))) return defaults;
	const { applySettings } = await import('../src/loaders/apply-settings.ts');
	return applySettings(content);
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

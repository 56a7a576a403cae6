import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatCount, formatNumber } from '../src/language/format.ts';
import { readArguments } from './arguments.ts';
import { runHere, type Terminal } from './run.ts';

const usage = 'npm run licences -- [--lockfile FILE]';

const lockfile = resolve(import.meta.dirname, '../package-lock.json');

const withNotice = 'asks that its notice stays with its code, and readers are given none of it';

/** The licences that a package may have, and why each allows to build and publish a site with it. */
const allowed: ReadonlyMap<string, string> = new Map([
	['0BSD', 'asks nothing'],
	['CC0-1.0', 'asks nothing'],
	['MIT-0', 'asks nothing'],
	['MIT', withNotice],
	['ISC', withNotice],
	['BSD-2-Clause', withNotice],
	['BSD-3-Clause', withNotice],
	['BlueOak-1.0.0', withNotice],
	['Python-2.0', withNotice],
	['Apache-2.0', `${withNotice}; gives its patents too`],
	['OFL-1.1', 'asks that its notice stays with the font; pictures drawn with it are free'],
	['MPL-2.0', 'binds changes of its own files, and we change none'],
	['LGPL-3.0-or-later', 'binds changes of the library, which is used as it is and not passed on'],
]);

interface LockedPackage {
	readonly version: string;
	readonly license?: string;
	/** Only development needs it. */
	readonly dev?: boolean;
}

/** `npm run licences`: list the licences of all packages that a build uses, on any system, and refuse others. */
export async function licences({ parameters, print, warn }: Terminal): Promise<number> {
	const { values } = readArguments(parameters, usage, {
		lockfile: { type: 'string', default: lockfile },
	});
	const { packages } = JSON.parse(await readFile(values.lockfile, 'utf8')) as {
		readonly packages: Readonly<Record<string, LockedPackage>>;
	};
	const used = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
	const groups = Map.groupBy(used, ([, { license }]) => license ?? 'none');
	const lines = Array.from(groups, ([licence, members]) => ({
		licence,
		isAllowed: isAllowed(licence),
		text: `${licence}, ${formatCount(members.length, 'package')}${reasonOf(licence)}\n  ${members.map(nameOf).join(', ')}`,
	}));
	for (const { text } of lines.filter((line) => line.isAllowed)) print(text);
	const refused = lines.filter((line) => !line.isAllowed);
	for (const { text } of refused) warn(`Unexpected licence ${text}`);
	if (refused.length > 0)
		warn(
			'Next: do without, or read the licence, and add it to scripts/licences.ts with the reason.',
		);
	else print(`${formatNumber(used.length)} packages, each under a licence that allows this use`);
	return refused.length > 0 ? 1 : 0;
}

/** Whether a licence, or a choice of several (`MIT OR CC0-1.0`), or all of several (`A AND B`), is allowed. */
function isAllowed(expression: string): boolean {
	return expression
		.replace(/^\((.*)\)$/, '$1')
		.split(' OR ')
		.some((choice) => choice.split(' AND ').every((licence) => allowed.has(licence)));
}

function reasonOf(licence: string): string {
	const reason = allowed.get(licence);
	return reason === undefined ? '' : `: ${reason}`;
}

// `node_modules/a/node_modules/@b/c`
const folderRe = /^.*node_modules\//;

function nameOf([path, { version }]: readonly [string, LockedPackage]): string {
	return `${path.replace(folderRe, '')} ${version}`;
}

if (import.meta.main) await runHere(licences);

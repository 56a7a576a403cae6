import { resolve } from 'node:path';
import { keptFolder } from '../src/kept/kept-folder.ts';
import { giveBack, lend } from '../src/kept/lent.ts';
import { openPart, type PartOrigin } from '../src/kept/part.ts';
import { formatYears, isIn, type Years } from '../src/model/years.ts';
import { readArguments, UsageError } from './arguments.ts';
import { readTarget, renewSite, targetOptions } from './build-site.ts';
import { originOf, yearsOf } from './part-origin.ts';
import type { Terminal } from './run.ts';

const usage = 'npm run join -- PART… [--content DIR] [--out DIR] [--site URL] [--base PATH]';

const root = resolve(import.meta.dirname, '..');

/** A part that was opened. */
interface Part {
	readonly folder: string;
	readonly years: Years;
}

/** `npm run join`: make the site of which there are parts, of these and of what they lack. */
export async function joinParts(terminal: Terminal): Promise<number> {
	const { values, positionals } = readArguments(terminal.parameters, usage, targetOptions);
	if (positionals.length === 0)
		throw new UsageError(`Unexpected end, expected parts of a site\nUsage: ${usage}`);
	const target = await readTarget(terminal, values, usage);
	const origin = originOf(target);
	const parts = openParts(positionals, origin);
	const kept = keptFolder(root, target.content);
	lend(
		kept,
		parts.map(({ folder }) => resolve(folder)),
	);
	const missing = yearsOf(origin).filter((year) => !parts.some(({ years }) => isIn(years, year)));
	if (missing.length > 0)
		terminal.warn(`No part is of ${missing.join(', ')}; what is of these years is made here.`);
	try {
		return await renewSite(terminal, target);
	} finally {
		giveBack(kept);
	}
}

/** Open parts of one site. Throws a `UsageError` that says of each one that is none why. */
function openParts(folders: readonly string[], origin: PartOrigin): readonly Part[] {
	const faults: string[] = [];
	const parts: Part[] = [];
	for (const folder of folders) {
		try {
			const part = { folder, years: openPart(resolve(folder), origin) };
			const other = parts.find(({ years }) => haveCommon(years, part.years));
			if (other)
				throw new Error(
					`of ${formatYears(part.years)}, expected no year twice; ${other.folder} is of ${formatYears(other.years)}`,
				);
			parts.push(part);
		} catch (error) {
			faults.push(`Unexpected ${folder}, ${(error as Error).message}`);
		}
	}
	if (faults.length === 0) return parts;
	throw new UsageError([...faults, 'Nothing was written.'].join('\n'));
}

function haveCommon(a: Years, b: Years): boolean {
	return a.from <= b.to && b.from <= a.to;
}

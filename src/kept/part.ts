import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSums, formatSums, type Sums } from '../check/sums.ts';
import { formatYears, parseYears, type Years } from '../model/years.ts';
import { sumsOf } from './source-key.ts';

/** What a part of a site was made of. What differs in any of these is no part of the same site. */
export interface PartOrigin {
	/** A key of the code, and of the Node that ran it. */
	readonly code: string;
	/** Where the site is to be published, whole: `https://example.org/repo/`. */
	readonly url: string;
	/** SHA-256 of each file of the content by its name, `dumps/2025-03-11.txt`. */
	readonly content: Readonly<Record<string, string>>;
}

interface About extends PartOrigin {
	readonly years: string;
}

const aboutName = 'part.json';
const manifestName = 'manifest.sha256';

/** Whether a folder says that it is a part of a site. */
export function isPart(folder: string): boolean {
	return existsSync(join(folder, aboutName)) && existsSync(join(folder, manifestName));
}

/** Make a folder of what is kept into a part: write of which years it is, of what it was made, and the sum of each file. */
export function sealPart(folder: string, years: Years, origin: PartOrigin): void {
	const about: About = { years: formatYears(years), ...origin };
	writeFileSync(join(folder, aboutName), `${JSON.stringify(about, null, '\t')}\n`);
	writeFileSync(join(folder, manifestName), formatSums(sumsIn(folder)));
}

/** The years of a part. Throws an `Error` that says why it is no part of the site that is made of `origin`. */
export function openPart(folder: string, origin: PartOrigin): Years {
	if (!isPart(folder)) throw new Error('expected a part of a site');
	const manifest = readFileSync(join(folder, manifestName), 'utf8');
	const [damage] = checkSums(manifest, sumsIn(folder), `/${manifestName}`);
	if (damage)
		throw new Error(`expected it as it was made; ${damage.file.slice(1)}: ${damage.message}`);
	const about: About = JSON.parse(readFileSync(join(folder, aboutName), 'utf8'));
	if (about.code !== origin.code)
		throw new Error(
			'expected one made by the same version of this program, and by the same Node',
		);
	if (about.url !== origin.url)
		throw new Error(`which is for ${about.url}, expected one for ${origin.url}`);
	const other = firstDifference(about.content, origin.content);
	if (other !== undefined) throw new Error(`expected one of this content; ${other} was another`);
	return parseYears(about.years)!;
}

function sumsIn(folder: string): Sums {
	const sums = sumsOf(folder).map(([file, sum]) => [`/${file}`, sum] as const);
	return new Map(sums.filter(([file]) => file !== `/${manifestName}`));
}

function firstDifference(a: PartOrigin['content'], b: PartOrigin['content']): string | undefined {
	return Object.keys({ ...a, ...b })
		.sort()
		.find((name) => a[name] !== b[name]);
}

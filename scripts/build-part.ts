import { namesIn } from '../src/disk/missing.ts';
import { isPart } from '../src/kept/part.ts';
import { formatYears, isIn } from '../src/model/years.ts';
import { UsageError } from './arguments.ts';
import { makePart, type PartOptions } from './make-part.ts';
import { originOf, yearsOf } from './part-origin.ts';
import type { Terminal } from './run.ts';

/** `npm run build -- --years`: make what a build finds out of some years into a part, for `npm run join`. */
export async function buildPart({ print }: Terminal, options: PartOptions): Promise<number> {
	const { years, out } = options;
	if ((await namesIn(out)).length > 0 && !isPart(out))
		throw new UsageError(
			`Unexpected files in ${out}, expected a part of a site or an empty folder: a build replaces all that is in it. ` +
				'Nothing was written. Give another folder with --out.',
		);
	const origin = originOf(options);
	const known = yearsOf(origin);
	if (!known.some((year) => isIn(years, year)))
		throw new UsageError(
			`Unexpected years ${formatYears(years)}, expected some of which there are dumps: ${known.join(', ')}`,
		);
	const report = await makePart(options, origin);
	print(
		`${report}\n${out} is the part of ${formatYears(years)} for ${origin.url}\n\nNext: \`npm run join\` makes the site of all parts`,
	);
	return 0;
}

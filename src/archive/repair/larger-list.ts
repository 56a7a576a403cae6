import { VFile } from 'vfile';
import type { DumpFile } from '../../model/content.ts';
import type { DumpChange } from '../../model/corrections.ts';
import type { Entry } from '../../model/digest.ts';
import { isGrowth, isList, relateLists } from '../grown-lists.ts';
import { compareTexts } from './compare-texts.ts';

/** Which of two dumps, by SHA-256, is a list of the feed that has all the papers of the other. */
export type LargerList = (one: string, other: string) => string | undefined;

/** Tell dumps that can be found apart by their papers; of two lists of the same papers the first by SHA-256 counts. */
export function createLargerList(
	dumps: readonly DumpFile[],
	read: (dump: DumpFile) => readonly Entry[] | undefined,
): LargerList {
	const entriesOf = (sha256: string) => {
		const dump = dumps.find((one) => one.sha256 === sha256);
		const entries = dump && read(dump);
		return entries && isList(entries) ? entries : undefined;
	};
	return (...sums) => {
		const [one, other] = sums.toSorted(compareTexts) as [string, string];
		const [first, second] = [entriesOf(one), entriesOf(other)];
		if (!first || !second) return undefined;
		const relation = relateLists(first, second);
		if (relation === 'other') return undefined;
		return relation === 'grown' ? other : one;
	};
}

type GrownDumps = ReadonlyMap<string | undefined, DumpFile>;

/** The dumps of days that grew, by digest, as a decision says that they are by now; Git may have left another in their place. */
export function grownDumps(
	changes: readonly DumpChange[],
	{ dumps, spare }: { readonly dumps: readonly DumpFile[]; readonly spare: readonly DumpFile[] },
	largerList: LargerList,
): GrownDumps {
	const grown = changes.filter(isGrowth).flatMap(({ digest, sha256 }) => {
		const place = dumps.find(({ file }) => file.stem === digest);
		const dump = [...dumps, ...spare].find((one) => one.sha256 === sha256);
		if (!place || !dump || largerList(place.sha256, dump.sha256) !== sha256) return [];
		const { value } = dump.file;
		const file = new VFile({ path: place.file.path, value });
		return [[digest, { file, sha256: dump.sha256 }] as const];
	});
	return new Map(grown);
}

/** Whether a dump is no more than its day has by now: nothing is lost if it is nowhere. */
export function isOutgrown(
	{ file, sha256 }: DumpFile,
	grown: GrownDumps,
	largerList: LargerList,
): boolean {
	const now = grown.get(file.stem)?.sha256;
	return now !== undefined && largerList(now, sha256) === now;
}

import { contentPaths } from './content-folder.ts';
import { git, readBlobs, readObjects } from './git.ts';
import { asWritten } from './plain-text.ts';
import type { MergeSides } from '../model/content.ts';

/** One side of a merge. */
export interface MergedSide {
	/** Its files, as far as the merge has others. */
	readonly texts: MergeSides['texts'];
	/** The register that came of the merge. */
	readonly result: string;
}

// What a merge left out is soon missed.
const recent = 20;
// What is being merged, rebased or picked.
const otherHeads = ['MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD'];
const raw = ['--raw', '--no-abbrev', '--no-renames', '--relative', '-z'];
const log = ['log', '--merges', '-m', '--full-history', '--format=tformat:>', ...raw];
const paths = (['manifest', 'ledger', 'names', 'register'] as const).map(
	(name) => contentPaths[name],
);

/**
 * The sides of the last merges in a content folder whose register is not the one that came of the
 * merge, and of one that is under way; none without Git.
 */
export async function readMergedSides(folder: string): Promise<MergedSide[]> {
	const [merges, isThere] = await Promise.all([
		git(folder, [...log, `--max-count=${recent}`, 'HEAD', '--', ...paths]),
		readObjects(folder, otherHeads),
	]);
	const heads = otherHeads
		.filter((_, index) => isThere[index])
		.map((head) => git(folder, ['diff-tree', '-r', ...raw, head, 'HEAD', '--', ...paths]));
	const lists = [...String(merges ?? '').split('>\0'), ...(await Promise.all(heads)).map(String)];
	const sides = lists.map(versionsIn).filter((side) => side.has(contentPaths.register));
	const unique = new Map(sides.map((side) => [side.get(contentPaths.register)![0], side]));
	const wanted = [...unique.values()].flatMap(blobsOf);
	const bytes = await readBlobs(folder, wanted);
	return [...unique.values()].map((side) =>
		sideOf(side, (blob) => asWritten(String(bytes.get(blob)!))),
	);
}

// `:100644 100644 1b2c… 3d4e… M\0ledger.jsonl\0`; a side that lacks the file has a blob of zeros.
const versionRe = /:\d+ \d+ (?!0+ )([0-9a-f]+) ([0-9a-f]+) [A-Z]\0([^\0]+)/g;

/** The blobs of a file: on that side, and what came of it. */
type Blobs = readonly [side: string, result: string];

function versionsIn(list: string): ReadonlyMap<string, Blobs> {
	return new Map(
		[...list.matchAll(versionRe)].map(([, side, result, path]) => [path!, [side!, result!]]),
	);
}

const noneRe = /^0+$/;

/** What is read of a side: each of its files, and what came of the register unless the merge took it away. */
function blobsOf(versions: ReadonlyMap<string, Blobs>): string[] {
	const [, result] = versions.get(contentPaths.register)!;
	const sides = [...versions.values()].map(([side]) => side);
	return noneRe.test(result) ? sides : [...sides, result];
}

function sideOf(
	versions: ReadonlyMap<string, Blobs>,
	textOf: (blob: string) => string,
): MergedSide {
	const textsOf = (path: string) => {
		const blobs = versions.get(path);
		return blobs ? [textOf(blobs[0])] : [];
	};
	const [, result] = versions.get(contentPaths.register)!;
	return {
		texts: {
			manifest: textsOf(contentPaths.manifest),
			ledger: textsOf(contentPaths.ledger),
			names: textsOf(contentPaths.names),
			register: textsOf(contentPaths.register),
		},
		result: noneRe.test(result) ? '' : textOf(result),
	};
}

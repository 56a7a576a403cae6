import { join } from 'node:path';
import { VFile } from 'vfile';
import { contentPaths, dumpOf } from './content-folder.ts';
import { git, readBlobs, readObjects } from './git.ts';
import { readMergedSides, type MergedSide } from './merged-sides.ts';
import { standingAt } from './missing.ts';
import { asWritten } from './plain-text.ts';
import { digestOfDump } from '../model/dump-name.ts';
import type { DumpFile, MergeSides } from '../model/content.ts';

// The branch that is published, as it was fetched last.
const publishedBranches = ['HEAD', 'main', 'master'].map((name) => `refs/remotes/origin/${name}`);
// A register that is not whole was never published, and is soon repaired.
const recent = 20;
const { register } = contentPaths;
// What each branch has lines of its own in.
const merged: ReadonlySet<string> = new Set(
	(['manifest', 'ledger', 'names', 'register'] as const).map((name) => contentPaths[name]),
);

/** What Git holds of a merge that is under way in a content folder; nothing where there is none, or no Git. */
export async function readMergeSides(folder: string): Promise<MergeSides> {
	const stages = await unmergedStages(folder);
	const before = stages.find(
		({ path, number }) => path === contentPaths.corrections && number === 1,
	);
	const sides = stages.filter(({ number }) => number !== 1);
	const texts = sides.filter(({ path }) => merged.has(path));
	const bytes = await readBlobs(
		folder,
		[...texts, ...(before ? [before] : [])].map(({ blob }) => blob),
	);
	const textOf = ({ blob }: Stage) => asWritten(String(bytes.get(blob)!));
	const textsOf = (path: string) => texts.filter((stage) => stage.path === path).map(textOf);
	return {
		dumps: await readDumps(
			folder,
			sides.filter(({ path }) => isDump(path)),
		),
		texts: {
			manifest: textsOf(contentPaths.manifest),
			ledger: textsOf(contentPaths.ledger),
			names: textsOf(contentPaths.names),
			register: textsOf(contentPaths.register),
		},
		correctionsBefore: before && textOf(before),
	};
}

/**
 * Dumps that Git knows, on whatever branch or from before a rebase, under names which several had, or
 * which none of those that are `present` has.
 */
export async function readFormerDumps(
	folder: string,
	present: readonly DumpFile[],
): Promise<DumpFile[]> {
	const log = await git(folder, [
		'log',
		'--all',
		'--reflog',
		'--full-history',
		'--raw',
		'-m',
		'-z',
		'--no-abbrev',
		'--no-renames',
		'--relative',
		'--format=',
		'--',
		contentPaths.dumps,
	]);
	const versions = [...String(log ?? '').matchAll(versionRe)].map(([, blob, path]) => ({
		blob: blob!,
		path: path!,
	}));
	const names = new Set(present.map(({ file }) => `${contentPaths.dumps}/${file.basename}`));
	const byPath = Map.groupBy(versions, ({ path }) => path);
	const several = [...byPath].flatMap(([path, group]) => {
		const blobs = new Map(group.map((version) => [version.blob, version]));
		return blobs.size > 1 || !names.has(path) ? [...blobs.values()] : [];
	});
	return readDumps(
		folder,
		several.filter(({ path }) => isDump(path)),
	);
}

/** The last registers of the branch that is published, the newest first; none without Git, or a remote. */
export async function readPublishedRegisters(folder: string): Promise<string[]> {
	const branch = await publishedBranch(folder);
	return branch === undefined ? [] : registersOf(folder, branch);
}

/** The same of the branch that is checked out. */
export function readFormerRegisters(folder: string): Promise<string[]> {
	return registersOf(folder, 'HEAD');
}

async function publishedBranch(folder: string): Promise<string | undefined> {
	const branches = await readObjects(folder, publishedBranches);
	return publishedBranches.find((_, index) => branches[index]);
}

async function registersOf(folder: string, branch: string): Promise<string[]> {
	const list = await git(folder, [
		'rev-list',
		'--first-parent',
		`--max-count=${recent}`,
		branch,
		'--',
		register,
	]);
	const commits = String(list ?? '')
		.split('\n')
		.slice(0, -1);
	const texts = await readObjects(
		folder,
		commits.map((commit) => `${commit}:./${register}`),
	);
	return texts.flatMap((text) => (text ? [asWritten(String(text))] : []));
}

interface GitRegisters {
	/** That of the index: what was committed last, or added since; nothing where Git has none, or a merge is under way. */
	readonly indexed: string | undefined;
	/** Those of the branch that is published, the newest first, where what is checked out goes on from it. */
	readonly published: readonly string[];
}

/** The registers that Git has of a content folder, which an ingest only adds to. */
async function readGitRegisters(folder: string): Promise<GitRegisters> {
	const [indexed, ...branches] = await readObjects(folder, [
		`:./${register}`,
		...publishedBranches,
	]);
	const branch = publishedBranches.find((_, index) => branches[index]);
	const isBase =
		branch !== undefined &&
		(await git(folder, ['merge-base', '--is-ancestor', branch, 'HEAD']));
	return {
		indexed: indexed && asWritten(String(indexed)),
		published: isBase ? await registersOf(folder, branch) : [],
	};
}

/** What Git has of a content folder. */
export interface GitStanding extends GitRegisters {
	/** The files by hand that are gone or empty, and in Git's index are not. */
	readonly lostFiles: readonly string[];
	/** The sides of the last merges whose register is not the one that came of the merge, and of one that is under way. */
	readonly merged: readonly MergedSide[];
}

/** All that Git has of a content folder which an ingest goes by, asked for at once. */
export async function readGitStanding(folder: string): Promise<GitStanding> {
	const [registers, lostFiles, merged] = await Promise.all([
		readGitRegisters(folder),
		readLostFiles(folder),
		readMergedSides(folder),
	]);
	return { ...registers, lostFiles, merged };
}

// What persons write, and no other file vouches for.
const byHand = ['corrections', 'enrichment', 'topics', 'systems', 'settings', 'watch'] as const;

async function readLostFiles(folder: string): Promise<string[]> {
	const names = byHand.map((name) => contentPaths[name]);
	const sizes = await Promise.all(
		names.map(async (name) => (await standingAt(join(folder, name)))?.size ?? 0),
	);
	const missing = names.filter((_, index) => sizes[index] === 0);
	if (missing.length === 0) return [];
	const known = new Set(
		(await stagesOf(folder, ['--stage', '-z', '--', ...missing]))
			.filter(({ number, blob }) => number === 0 && !emptyBlobs.has(blob))
			.map(({ path }) => path),
	);
	return missing.filter((name) => known.has(name));
}

// By SHA-1, and by SHA-256.
const emptyBlobs: ReadonlySet<string> = new Set([
	'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
	'473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
]);

/** Whether a repository was cloned without its whole history. */
export async function isShallow(folder: string): Promise<boolean> {
	return String(await git(folder, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
}

// `:100644 100644 1b2c… 3d4e… M\0dumps/2025-03-11.txt\0`; a file that is gone has a blob of zeros.
const versionRe = /:\d+ \d+ [0-9a-f]+ (?!0+ )([0-9a-f]+) [A-Z]\d*\0([^\0]+)/g;
// `100644 3d4e… 2\tdumps/2025-03-11.txt`
const stageRe = /^\d+ ([0-9a-f]+) ([0-3])\t(.+)$/s;

interface Stage {
	readonly blob: string;
	/** 0 of a file that is merged; of others 1 of what both branches began with, 2 of ours, 3 of theirs. */
	readonly number: number;
	readonly path: string;
}

function unmergedStages(folder: string): Promise<Stage[]> {
	return stagesOf(folder, ['--unmerged', '-z', '--', '.']);
}

async function stagesOf(folder: string, parameters: readonly string[]): Promise<Stage[]> {
	const list = await git(folder, ['ls-files', ...parameters]);
	return String(list ?? '')
		.split('\0')
		.flatMap((line) => {
			const [, blob, number, path] = stageRe.exec(line) ?? [];
			return blob && path ? [{ blob, number: Number(number), path }] : [];
		});
}

function isDump(path: string): boolean {
	const folder = `${contentPaths.dumps}/`;
	return path.startsWith(folder) && digestOfDump(path.slice(folder.length)) !== undefined;
}

async function readDumps(
	folder: string,
	versions: readonly { readonly blob: string; readonly path: string }[],
): Promise<DumpFile[]> {
	const bytes = await readBlobs(
		folder,
		versions.map(({ blob }) => blob),
	);
	return versions.map(({ blob, path }) =>
		dumpOf(new VFile({ path: join(folder, path), value: bytes.get(blob)! })),
	);
}

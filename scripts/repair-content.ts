import { join } from 'node:path';
import { VFile } from 'vfile';
import { ContentError, hasErrors, report } from '../src/diagnostics.ts';
import {
	isShallow,
	readFormerDumps,
	readFormerRegisters,
	readMergeSides,
	readPublishedRegisters,
	type GitStanding,
} from '../src/disk/git-branches.ts';
import type { MergedSide } from '../src/disk/merged-sides.ts';
import type { Content, DumpFile, MergeSides } from '../src/model/content.ts';
import { readArchive, reread } from '../src/pipeline.ts';
import {
	firstWhole,
	haveCommonLine,
	isMerged,
	leftOut,
	missingFrom,
	planRepair,
	wholeBeforeCut,
	withFormerLineEnds,
	type RepairPlan,
} from '../src/pipeline/plans.ts';
import { formatCount } from '../src/language/format.ts';
import { UsageError } from './arguments.ts';
import { readPublished } from './published.ts';

/** A repair, and what for: because of a merge, or because something was lost. */
export interface ContentRepair extends RepairPlan {
	readonly of: 'merge' | 'loss';
}

/** How a repair is to be made. */
export interface RepairOptions {
	/** A person asks for it, whatever the files look like. */
	readonly isAsked: boolean;
	/** Where the site was published last, if a person says so. */
	readonly published: string | undefined;
	/** Dumps that were handed in. */
	readonly submissions: readonly DumpFile[];
	/** What Git has of the content. */
	readonly standing: GitStanding;
}

/**
 * Bring together what a merge of two branches left in a content folder, if one did, with the help of
 * what Git knows. `undefined` for an archive that is one.
 */
export async function repairContent(
	folder: string,
	content: Content,
	{ isAsked, published, submissions, standing }: RepairOptions,
): Promise<ContentRepair | undefined> {
	const lost = lostSides(standing, content);
	const isBroken =
		isMerged(content) ||
		(isAsked &&
			(errorsOf(content).length > 0 || (await isRewritten(standing, content, published))));
	// Who took one side on purpose is not made to take the other, unless its dumps are here.
	const isHalf = lost.length > 0 && (isAsked || hasUnrecordedDumps(content));
	if (!isBroken && !isHalf) return undefined;
	const plan = planRepair(withFormerLineEnds(content), {
		sides: joinSides(await readMergeSides(folder), lost),
		spare: [...submissions, ...(await readFormerDumps(folder, content.dumps))],
		published: await registerToExtend(folder, content, published),
	});
	return { ...plan, of: isMerged(content) || lost.length > 0 ? 'merge' : 'loss' };
}

/** The sides of recent merges that gave addresses which some content lacks. */
function lostSides({ merged }: GitStanding, { register }: Content): MergedSide[] {
	return merged.filter((side) => lostIn(String(register), side).length > 0);
}

function lostIn(register: string, { texts, result }: MergedSide): string[] {
	return texts.register.flatMap((side) => leftOut(register, side, result));
}

/**
 * What a recent merge left out of an archive, as warnings, until the archive goes on from there: whoever
 * ingests then has read them. A repair still finds what was left out.
 */
export function noteLeftOut({ merged }: GitStanding, register: VFile): VFile[] {
	const note = new VFile({ path: register.path });
	const sides = merged.filter(({ result }) => result === String(register));
	const lost = new Set(sides.flatMap((side) => lostIn(String(register), side)));
	for (const address of lost) report(note, 'left-out', address);
	return lost.size > 0 ? [note] : [];
}

function hasUnrecordedDumps({ dumps, manifest }: Content): boolean {
	return dumps.some(({ sha256 }) => !String(manifest).includes(sha256));
}

function joinSides(sides: MergeSides, lost: readonly MergedSide[]): MergeSides {
	const joined = (name: keyof MergeSides['texts']) => [
		...sides.texts[name],
		...lost.flatMap(({ texts }) => texts[name]),
	];
	return {
		...sides,
		texts: {
			manifest: joined('manifest'),
			ledger: joined('ledger'),
			names: joined('names'),
			register: joined('register'),
		},
	};
}

/** The names of the messages for which a build refuses some content. */
function errorsOf(content: Content): string[] {
	try {
		readArchive(reread(content));
		return [];
	} catch (error) {
		if (!(error instanceof ContentError)) throw error;
		const messages = error.files.flatMap((file) => file.messages);
		return messages.flatMap(({ fatal, ruleId }) => (fatal && ruleId ? [ruleId] : []));
	}
}

/** Whether a register does not go on from the one that was published. */
async function isRewritten(
	standing: GitStanding,
	{ register }: Content,
	published: string | undefined,
): Promise<boolean> {
	const last =
		published === undefined ? firstWhole(standing.published) : await readSite(published);
	return last !== undefined && !String(register).startsWith(String(last));
}

/**
 * The register that a repaired one begins with: that of the site, if a person says which; else that of
 * the branch that is published. One that was cut is looked for in the history.
 */
async function registerToExtend(
	folder: string,
	content: Content,
	site: string | undefined,
): Promise<VFile | undefined> {
	if (site !== undefined) return readSite(site);
	const published = await readPublishedRegisters(folder);
	if (!errorsOf(content).some((name) => cuts.has(name))) return firstWhole(published);
	const found = [wholeBeforeCut(published), wholeBeforeCut(await readFormerRegisters(folder))];
	const longest = found
		.map((file) => String(file ?? ''))
		.reduce((one, other) => (other.startsWith(one) ? other : one));
	if (longest === '' && (await isShallow(folder)))
		throw new UsageError(
			`The register is empty, and of the history of ${folder} only the end is here, expected all of it. ` +
				'Run `git fetch --unshallow`, or name the site, `--published SITE`.',
		);
	return longest === '' ? undefined : new VFile({ path: content.register.path, value: longest });
}

// What is said of an archive whose register lacks what it gave addresses to.
const cuts: ReadonlySet<string> = new Set(['missing-register', 'unregistered-address']);

async function readSite(site: string): Promise<VFile> {
	const value = await readPublished(site, 'register.jsonl');
	if (value === undefined)
		throw new UsageError(`Unexpected ${site}, expected a site with a register.jsonl`);
	return new VFile({ path: site, value });
}

/**
 * Hold a content folder to what Git has of it: throws a `ContentError` that names each file by hand that
 * was lost, and each address that the register lacks.
 */
export function holdToGit(folder: string, register: VFile, standing: GitStanding): void {
	const { files, addresses } = lostToGit(standing, register);
	const lostFiles = files.map((name) => {
		const file = new VFile({ path: join(folder, name) });
		report(file, 'lost-file', name);
		return file;
	});
	if (lostFiles.length > 0) throw new ContentError(lostFiles);
	const file = new VFile({ path: register.path });
	for (const address of addresses) report(file, 'forgotten-address', address);
	if (hasErrors([file])) throw new ContentError([file]);
}

/** The same as warnings, for an ingest: whoever puts another archive in the place of one is not to be stopped. */
export function noteLostToGit(standing: GitStanding, register: VFile): VFile[] {
	const { files, addresses } = lostToGit(standing, register);
	const note = new VFile({ path: register.path });
	if (addresses.length > 0)
		report(note, 'behind-git', formatCount(addresses.length, 'address', 'addresses'));
	for (const name of files) report(note, 'behind-git', name);
	return note.messages.length > 0 ? [note] : [];
}

/** What Git has of the archive in a folder, and the folder has not; nothing where Git has another archive. */
function lostToGit({ indexed, published, lostFiles: files }: GitStanding, register: VFile) {
	const now = String(register);
	const isOther = now !== '' && indexed !== undefined && !haveCommonLine(now, indexed);
	// What is wrong with a register is said elsewhere.
	if (isOther || !firstWhole([now])) return { files: [], addresses: [] };
	// Who took the archive out of Git begins another.
	if (indexed === undefined) return { files, addresses: [] };
	const last = String(firstWhole(published) ?? '');
	const addresses = new Set([
		...missingFrom(now, indexed),
		...(haveCommonLine(now, last) ? missingFrom(now, last) : []),
	]);
	return { files, addresses: [...addresses] };
}

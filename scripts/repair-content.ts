import { VFile } from 'vfile';
import { ContentError, report } from '../src/diagnostics.ts';
import {
	readFormerDumps,
	readMergeSides,
	readPublishedRegisters,
} from '../src/disk/git-branches.ts';
import { readMergedSides, type MergedSide } from '../src/disk/merged-sides.ts';
import type { Content, DumpFile, MergeSides } from '../src/model/content.ts';
import {
	firstWhole,
	isMerged,
	leftOut,
	planRepair,
	readArchive,
	reread,
	type RepairPlan,
} from '../src/pipeline.ts';
import { UsageError } from './arguments.ts';
import { readPublished } from './published.ts';

/** How a repair is to be made. */
export interface RepairOptions {
	/** A person asks for it, whatever the files look like. */
	readonly isAsked: boolean;
	/** Where the site was published last, if a person says so. */
	readonly published: string | undefined;
	/** Dumps that were handed in. */
	readonly submissions: readonly DumpFile[];
}

/**
 * Bring together what a merge of two branches left in a content folder, if one did, with the help of
 * what Git knows. `undefined` for an archive that is one.
 */
export async function repairContent(
	folder: string,
	content: Content,
	{ isAsked, published, submissions }: RepairOptions,
): Promise<RepairPlan | undefined> {
	const lost = await lostSides(folder, content);
	const isBroken = isMerged(content) || (isAsked && isRefused(content));
	// Who took one side on purpose is not made to take the other, unless its dumps are here.
	const isHalf = lost.length > 0 && (isAsked || hasUnrecordedDumps(content));
	if (!isBroken && !isHalf) return undefined;
	return planRepair(content, {
		sides: joinSides(await readMergeSides(folder), lost),
		spare: [...submissions, ...(await readFormerDumps(folder, content.dumps))],
		published: await registerToExtend(folder, published),
	});
}

/** The sides of recent merges that gave addresses which some content lacks. */
async function lostSides(folder: string, { register }: Content): Promise<MergedSide[]> {
	const sides = await readMergedSides(folder);
	return sides.filter((side) => lostIn(String(register), side).length > 0);
}

function lostIn(register: string, { texts, result }: MergedSide): string[] {
	return texts.register.flatMap((side) => leftOut(register, side, result));
}

/** What recent merges left out of an archive, as warnings; nothing, if they did not. */
export async function noteLeftOut(folder: string, register: VFile): Promise<VFile[]> {
	const note = new VFile({ path: register.path });
	const sides = await readMergedSides(folder);
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

function isRefused(content: Content): boolean {
	try {
		readArchive(reread(content));
		return false;
	} catch (error) {
		if (error instanceof ContentError) return true;
		throw error;
	}
}

/** The register that was published last: as a person says, else that of the branch that is published. */
async function registerToExtend(
	folder: string,
	published: string | undefined,
): Promise<VFile | undefined> {
	if (published === undefined) return firstWhole(await readPublishedRegisters(folder));
	const value = await readPublished(published, 'register.jsonl');
	if (value === undefined)
		throw new UsageError(`Unexpected ${published}, expected a site with a register.jsonl`);
	return new VFile({ path: published, value });
}

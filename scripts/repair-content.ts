import { VFile } from 'vfile';
import { ContentError } from '../src/diagnostics.ts';
import {
	readFormerDumps,
	readMergeSides,
	readPublishedRegisters,
} from '../src/disk/git-branches.ts';
import type { Content, DumpFile } from '../src/model/content.ts';
import {
	firstWhole,
	isMerged,
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
	if (!isMerged(content) && !(isAsked && isRefused(content))) return undefined;
	return planRepair(reread(content), {
		sides: await readMergeSides(folder),
		spare: [...submissions, ...(await readFormerDumps(folder))],
		published: await registerToExtend(folder, published),
	});
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

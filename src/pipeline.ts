import { enrichArchive } from './enrich/enrich-archive.ts';
import { createRestorer } from './enrich/restore/restore-text.ts';
import type { Content } from './model/content.ts';
import type { Lexicon } from './model/restoration.ts';
import type { ArchiveView } from './model/view.ts';
import { readNamedArchive } from './pipeline/read-archive.ts';
import { readKnowledge } from './pipeline/read-knowledge.ts';
import { countTrends } from './trends/count-trends.ts';

export { CorrectionError, planCorrection, type CorrectionPlan } from './pipeline/correction.ts';
export type { CorrectionRequest } from './archive/plan-correction.ts';
export { planIngest, type IngestPlan } from './pipeline/ingest.ts';
export { registerBreaches } from './archive/register-breaches.ts';
export { parseRegister as readRegister } from './archive/register.ts';
export { leftOut } from './archive/repair/left-out.ts';
export { isMerged } from './archive/repair/merged-files.ts';
export { firstWhole, planRepair, type RepairPlan } from './pipeline/repair.ts';
export { readArchive } from './pipeline/read-archive.ts';
export { reread, type Submission } from './pipeline/read-records.ts';

/**
 * The whole flow: dumps → digests → archive → what readers see. The lexicon keeps words of English
 * from being taken for formulas.
 * Throws a `ContentError` that holds all the messages of the run.
 */
export function runPipeline(content: Content, lexicon: Lexicon = new Set()): ArchiveView {
	const { archive, names } = readNamedArchive(content);
	const knowledge = readKnowledge(content, names, lexicon);
	const restore = createRestorer(lexicon);
	const paths = new Map(content.dumps.map(({ file }) => [file.stem ?? '', file.path]));
	const view = enrichArchive(archive, { ...knowledge, restore, paths });
	return {
		...view,
		trends: countTrends([...view.digests.values()], [...view.papers.values()]),
		register: String(content.register),
	};
}

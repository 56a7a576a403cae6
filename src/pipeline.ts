import { parseQuestions } from './archive/decisions/questions.ts';
import { report } from './diagnostics.ts';
import { enrichArchive } from './enrich/enrich-archive.ts';
import { keptRestorer } from './enrich/restore/kept-restorer.ts';
import { createRestorer } from './enrich/restore/restore-text.ts';
import type { Content } from './model/content.ts';
import { keepNothing, type Keep } from './model/keep.ts';
import type { Lexicon } from './model/restoration.ts';
import type { ArchiveView } from './model/view.ts';
import { keepShare, type Share } from './pipeline/keep-share.ts';
import { readNamedArchive } from './pipeline/read-archive.ts';
import { readKnowledge } from './pipeline/read-knowledge.ts';
import type { NearestFinder } from './pipeline/nearest.ts';
import { countTrends } from './trends/count-trends.ts';

export { readArchive } from './pipeline/read-archive.ts';
export { readSettings } from './pipeline/read-settings.ts';
export { reread, type Submission } from './pipeline/read-records.ts';

/** What spares a run of the pipeline time. What comes of it is the same without. */
export interface Aids {
	/** Gives what earlier runs found out. */
	readonly keep?: Keep | undefined;
	/** Is told the texts of all papers in their order, as soon as they are known, and finds related ones beside all else. */
	readonly findNearest?: NearestFinder | undefined;
	/** Has what is found in a share of the texts kept apart. */
	readonly share?: Share | undefined;
	/** Is told when nothing looks into the dumps, the ledger and the names any more. */
	readonly letGo?: (() => void) | undefined;
}

/**
 * The whole flow: dumps → digests → archive → what readers see. The lexicon keeps words of English
 * from being taken for formulas; aids spare time.
 * Throws a `ContentError` that holds all the messages of the run.
 */
export function runPipeline(
	content: Content,
	lexicon: Lexicon = new Set(),
	{ keep = keepNothing, share, letGo, ...aids }: Aids = {},
): ArchiveView {
	const { archive, names } = readNamedArchive(content, keep);
	letGo?.();
	const questions = parseQuestions(content.watch);
	const knowledge = readKnowledge(content, names, lexicon, keep);
	const restorer = createRestorer(lexicon);
	const restore = keptRestorer(restorer, keep);
	const paths = new Map(content.dumps.map(({ file }) => [file.stem ?? '', file.path]));
	const view = enrichArchive(archive, {
		...knowledge,
		questions,
		restore,
		keep,
		paths,
		...aids,
	});
	if (share) keepShare(archive, share, knowledge, restorer);
	for (const { slug } of questions.filter(
		({ slug }) => !view.questions.some((one) => one.slug === slug),
	))
		report(content.watch, 'waiting-question', slug);
	return {
		...view,
		notes: [content.watch].filter(({ messages }) => messages.length > 0),
		trends: countTrends([...view.digests.values()], [...view.papers.values()]),
		register: String(content.register),
	};
}

import type { VFile } from 'vfile';
import type { FormerPaper, WithdrawnDigest } from './archive.ts';
import type { DigestView, YearView } from './digest-view.ts';
import type { DigestId, PaperId } from './id.ts';
import type { GoneName, SystemView, TopicView } from './name-view.ts';
import type { PaperView } from './paper-view.ts';
import type { Question } from './questions.ts';
import type { RestorationRuleName } from './restoration.ts';
import type { Trends } from './trends.ts';

/** A page of the A–Z list: `a` to `z`, `0-9`, or `other`. */
export interface LetterView {
	readonly id: string;
	readonly papers: readonly PaperId[];
}

/** A row with a place for each digest of an archive, or for each month; some are for those to come. */
export interface PostmarkRow {
	readonly unit: 'digest' | 'month';
	/** With whose January a row of months begins. */
	readonly firstYear: number;
	readonly places: number;
}

/** What restoring the texts of all papers came to. */
export interface RestorationReport {
	/** How many stretches each rule restored; links that only were made links are counted too. */
	readonly counts: Readonly<Partial<Record<RestorationRuleName, number>>>;
	/** Texts with messages: formulas that could not be typeset. Named by their dump, with line and column there. */
	readonly files: readonly VFile[];
}

/** The papers and digests of an archive, with all that stages found out about them. */
export interface EnrichedArchive {
	/** Oldest first. */
	readonly digests: ReadonlyMap<DigestId, DigestView>;
	/** In the order of the ledger. */
	readonly papers: ReadonlyMap<PaperId, PaperView>;
	/** Oldest first. */
	readonly years: readonly YearView[];
	/** On which the appearances of papers are marked. */
	readonly postmarkRow: PostmarkRow;
	/** All 28, from A to Z, also those without papers, so that their addresses last. */
	readonly letters: readonly LetterView[];
	/** By slug. */
	readonly systems: ReadonlyMap<string, SystemView>;
	/** By slug. */
	readonly topics: ReadonlyMap<string, TopicView>;
	/** Papers that were removed or merged: what their addresses answer with. */
	readonly former: readonly FormerPaper[];
	readonly withdrawn: readonly WithdrawnDigest[];
	readonly goneNames: readonly GoneName[];
	/** The standing questions that have an address, in the order of `content/watch.yaml`. */
	readonly questions: readonly Question[];
	readonly restoration: RestorationReport;
}

/** The whole archive as readers see it. Lists hold ids; what they stand for is looked up where it is shown. */
export interface ArchiveView extends EnrichedArchive {
	readonly trends: Trends;
	/** Files of content with messages that refuse nothing. */
	readonly notes: readonly VFile[];
	/** What each address that was given means, as `content/register.jsonl` has it. */
	readonly register: string;
}

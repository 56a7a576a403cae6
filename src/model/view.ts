import type { VFile } from 'vfile';
import type {
	EntryStatus,
	GonePaper,
	MovedPaper,
	RemovedEntry,
	WithdrawnDigest,
} from './archive.ts';
import type { Day, DigestId, PaperId } from './id.ts';
import type { Appearance, NonEmpty } from './paper.ts';
import type { NameKind } from './names.ts';
import type { RestorationRuleName } from './restoration.ts';

/** A run of words that two wordings share, or that one of them has alone. */
export interface DiffPart {
	readonly kind: 'same' | 'added' | 'removed';
	readonly text: string;
}

/** A former wording, and what the next one changed in it. */
export interface RevisionView {
	readonly firstSeen: Day;
	readonly lastSeen: Day;
	readonly title: readonly DiffPart[];
	readonly abstract: readonly DiffPart[];
}

/** A run of a text as received: shown as it came, or restored by a rule. */
export interface ReceivedPart {
	readonly text: string;
	readonly rule?: RestorationRuleName | undefined;
}

/** What was restored, and how often. */
export interface Change {
	/** As received. */
	readonly received: string;
	/** As shown, as plain text; empty where marks were taken away. */
	readonly shown: string;
	readonly rule: RestorationRuleName;
	readonly count: number;
}

/** A paper's title and abstract as received, and what was restored in them. */
export interface ReceivedView {
	/** The parts together are the title, character by character. */
	readonly title: readonly ReceivedPart[];
	/** The parts together are the abstract, character by character. */
	readonly abstract: readonly ReceivedPart[];
	/** In the order of the text. */
	readonly changes: readonly Change[];
}

/** Something that has a page of its own under `/systems/` or `/topics/`. */
export interface NamedThing {
	/** The last part of its address. */
	readonly slug: string;
	readonly name: string;
}

/** What an address in an abstract leads to. */
export type LinkKind = 'code' | 'project' | 'data' | 'model';

/** An address that a paper gives. */
export interface PaperLink {
	readonly url: string;
	readonly kind: LinkKind;
}

/** Another paper, and what the two share. */
export interface RelatedPaper {
	readonly id: PaperId;
	readonly title: string;
	readonly firstSeen: Day;
	/** What they share, most telling first. */
	readonly shares: readonly string[];
}

/** A paper as readers see it. */
export interface PaperView {
	readonly id: PaperId;
	/** Plain text, restored, with Unicode for formulas. */
	readonly title: string;
	/** The title as HTML, made by the processor and safe to set; absent where it is plain text. */
	readonly titleHtml?: string | undefined;
	/** As the feed printed it. */
	readonly rawTitle: string;
	/** The title in TeX; absent where it has no formula. */
	readonly titleTex?: string | undefined;
	/** Plain text, restored, with Unicode for formulas. */
	readonly abstract: string;
	/** As the feed printed it. */
	readonly rawAbstract: string;
	/** The abstract as HTML, made by the processor and safe to set; links within the site are relative to the paper's page. */
	readonly html: string;
	/** The texts as the dump has them, where something was restored in them. */
	readonly received?: ReceivedView | undefined;
	/** The first sentences of the abstract, at most some 200 characters. */
	readonly excerpt: string;
	/** The name of the system (model, method, data set, benchmark) that the paper introduces. */
	readonly system?: string | undefined;
	/** All named systems that it mentions, its own first. */
	readonly systems: readonly NamedThing[];
	readonly topics: readonly NamedThing[];
	/** Code, project pages, data sets and models that the abstract gives. */
	readonly links: readonly PaperLink[];
	/** Closest first. */
	readonly related: readonly RelatedPaper[];
	/** In how many digests it was printed. */
	readonly seen: number;
	readonly firstSeen: Day;
	readonly lastSeen: Day;
	/** The day from which the current wording is known. */
	readonly revised: Day;
	/** The wordings before the current one, oldest first. */
	readonly formerRevisions: readonly RevisionView[];
	readonly appearances: NonEmpty<Appearance>;
}

/** A place of a digest's page. */
export type EntryView = PrintedEntryView | RemovedEntry;

/** An entry of a digest's page. */
export interface PrintedEntryView {
	readonly kind: 'printed';
	readonly paper: PaperId;
	/** Of its place; absent for the second printing of one paper in one digest, which cannot have it again. */
	readonly anchor?: PaperId | undefined;
	readonly title: string;
	/** The title in TeX; absent where it has no formula. */
	readonly titleTex?: string | undefined;
	readonly excerpt: string;
	readonly status: EntryStatus;
	/** The day of the first digest that has the paper. */
	readonly firstSeen: Day;
	/** In how many digests the paper was printed, over all time. */
	readonly seen: number;
	/** The first repository, project page, data set or model that it gives. */
	readonly link?: PaperLink | undefined;
}

/** A digest as a line of a list. */
export interface DigestSummary {
	readonly id: DigestId;
	readonly day: Day;
	/** How many entries it has. */
	readonly papers: number;
	/** How many of them were new to the archive. */
	readonly fresh: number;
}

/** A digest as readers see it. */
export interface DigestView extends DigestSummary {
	readonly earlier: DigestId | undefined;
	readonly later: DigestId | undefined;
	readonly entries: readonly EntryView[];
}

/** A month with digests, e.g. `2025-03`. */
export interface MonthView {
	/** e.g. `2025-03` */
	readonly id: string;
	/** Oldest first. */
	readonly digests: readonly DigestSummary[];
}

/** A year with digests, e.g. `2025`. */
export interface YearView {
	/** e.g. `2025` */
	readonly id: string;
	/** Oldest first. */
	readonly months: readonly MonthView[];
}

/** A paper as a line of a list. */
export interface PaperSummary {
	readonly id: PaperId;
	readonly title: string;
	readonly firstSeen: Day;
	readonly seen: number;
}

/** A paper that mentions a system, with the sentences that do. */
export interface MentionView extends PaperSummary {
	readonly quotes: readonly string[];
}

/** A named system as readers see it. */
export interface SystemView {
	/** The last part of its address. */
	readonly id: string;
	readonly name: string;
	readonly aliases: readonly string[];
	/** The paper of the archive that introduces it. */
	readonly introducedBy?: PaperId | undefined;
	/** Every paper that mentions it, in the order of the archive. */
	readonly papers: readonly MentionView[];
	/** Other systems of this name, each by the title of the paper that introduces it. */
	readonly namesakes: readonly { readonly slug: string; readonly title: string }[];
}

/** A topic as readers see it. */
export interface TopicView {
	/** The last part of its address. */
	readonly id: string;
	readonly name: string;
	/** In the order of the archive. */
	readonly papers: readonly PaperSummary[];
	/** The topics that share most papers with it, and how many. */
	readonly neighbours: readonly (NamedThing & { readonly papers: number })[];
}

/** A system or a topic whose address was given, and that no paper has any more. */
export interface GoneName {
	readonly kind: NameKind;
	readonly slug: string;
	/** The topic that it was decided to be, or the system that its paper is now found to introduce. */
	readonly into?: NamedThing | undefined;
	/** Topics that have a page and are parts of it, or it of them. */
	readonly near: readonly NamedThing[];
}

/** How many papers a letter of the A–Z list has. */
export interface LetterSummary {
	/** `a` to `z`, `0-9`, or `other`. */
	readonly id: string;
	readonly papers: number;
}

/** A page of the A–Z list. */
export interface LetterView {
	readonly id: string;
	readonly papers: readonly PaperSummary[];
}

/** What is true of the whole archive. */
export interface Overview {
	readonly id: 'archive';
	/** How many there are. */
	readonly papers: number;
	readonly digests: number;
	/** The papers printed in most digests, most first. */
	readonly returning: readonly PaperSummary[];
	/** The digests that the home page and the feeds show, newest first; none in an empty archive. */
	readonly newest: readonly DigestSummary[];
	/** From A to Z, then digits, then the rest. */
	readonly letters: readonly LetterSummary[];
	/** Papers that were removed or merged: what their addresses answer with. */
	readonly former: readonly (GonePaper | MovedPaper)[];
	readonly withdrawn: readonly WithdrawnDigest[];
	readonly goneNames: readonly GoneName[];
	/** In how many parts the search index is made. */
	readonly shards: number;
}

/** A digest in numbers. A paper that it prints twice is counted once, a removed one not at all. */
export interface DigestTrend {
	readonly id: DigestId;
	readonly day: Day;
	/** Papers that no digest before it had. */
	readonly fresh: number;
	/** Papers that one before it had. */
	readonly returning: number;
}

/** How many papers two digests share: at least one. */
export interface Overlap {
	readonly earlier: DigestId;
	readonly later: DigestId;
	readonly shared: number;
}

/** A paper that came back. */
export interface ReturningPaper extends PaperSummary {
	readonly lastSeen: Day;
	/** The digests that had it, counted from 0, oldest first. */
	readonly digests: readonly number[];
}

/** A topic, over all digests. */
export interface TopicTrend extends NamedThing {
	/** How many papers have it. */
	readonly papers: number;
	/** How many papers of each digest have it, oldest digest first. */
	readonly perDigest: readonly number[];
}

/** How many papers lie between two bounds. */
export interface PaperRange {
	readonly from: number;
	/** Inclusive; absent where there is none. */
	readonly to?: number | undefined;
	readonly papers: number;
}

/** How the archive grew and changed, in numbers. */
export interface Trends {
	readonly id: 'archive';
	/** Oldest first. */
	readonly digests: readonly DigestTrend[];
	/** Newest first; pairs of digests that share nothing are not among them. */
	readonly overlaps: readonly Overlap[];
	/** All papers of more than one digest, those of most digests first. */
	readonly returning: readonly ReturningPaper[];
	/** Those of most papers first. */
	readonly topics: readonly TopicTrend[];
	/** Papers by the days from their first digest to their last. */
	readonly stays: readonly PaperRange[];
	/** Papers by the number of digests that had them. */
	readonly timesSeen: readonly PaperRange[];
}

/** What restoring the texts of all papers came to. */
export interface RestorationReport {
	/** How many stretches each rule restored; links that only were made links are counted too. */
	readonly counts: Readonly<Partial<Record<RestorationRuleName, number>>>;
	/** Texts with messages: formulas that could not be typeset. Named by their dump, with line and column there. */
	readonly files: readonly VFile[];
}

/** The whole archive as readers see it. */
export interface ArchiveView {
	/** Oldest first. */
	readonly digests: readonly DigestView[];
	/** In the order of the ledger. */
	readonly papers: readonly PaperView[];
	/** Oldest first. */
	readonly years: readonly YearView[];
	/** All 28, also those without papers, so that their addresses last. */
	readonly letters: readonly LetterView[];
	/** By name. */
	readonly systems: readonly SystemView[];
	/** By name. */
	readonly topics: readonly TopicView[];
	readonly overview: Overview;
	readonly trends: Trends;
	readonly restoration: RestorationReport;
}

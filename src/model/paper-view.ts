import type { Day, PaperId } from './id.ts';
import type { Appearance, NonEmpty } from './paper.ts';
import type { RestorationRuleName } from './restoration.ts';

/** A paper as a line of a list. */
export type PaperSummary = Pick<PaperView, 'id' | 'title' | 'firstSeen' | 'seen'>;

/** A paper as readers see it. */
export interface PaperView {
	readonly id: PaperId;
	/** By which it is cited, e.g. `inherent2025a`: as permanent as the id. */
	readonly citeKey: string;
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
	/** Of the abstract, what says what the paper does, at most some 200 characters. */
	readonly excerpt: string;
	/** The name of the system (model, method, data set, benchmark) that the paper introduces. */
	readonly system?: string | undefined;
	/** All named systems that it mentions, as it writes them, its own first. */
	readonly systems: readonly MentionedSystem[];
	/** In the order in which it speaks of them. */
	readonly topics: readonly PaperTopic[];
	/** Code, project pages, data sets and models that the abstract gives. */
	readonly links: readonly PaperLink[];
	/** Closest first. */
	readonly related: readonly Relation[];
	/** In how many digests it was printed. */
	readonly seen: number;
	readonly firstSeen: Day;
	readonly lastSeen: Day;
	/** The day from which the current wording is known. */
	readonly revised: Day;
	/** The wordings before the current one, oldest first. */
	readonly formerRevisions: readonly RevisionView[];
	readonly appearances: NonEmpty<Appearance>;
	/** In the order of the paper; absent, like all below, where the feed's own list did not say. */
	readonly authors?: readonly string[] | undefined;
	/** Its id on arXiv, e.g. `2409.02795`. */
	readonly arxiv?: string | undefined;
	/** The day on which it appeared on arXiv. */
	readonly published?: Day | undefined;
	/** Of its code. */
	readonly repository?: string | undefined;
	/** As the feed found them. */
	readonly keywords?: readonly string[] | undefined;
	/** How many readers of the feed had recommended it when the newest list was taken. */
	readonly upvotes?: number | undefined;
}

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

/** The texts of a paper as they are shown, which are known before its names are. */
export interface PaperTexts extends Pick<PaperView, 'title' | 'abstract'> {
	readonly received?: Pick<ReceivedView, 'changes'> | undefined;
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

/** A named system as a paper writes it, `Qwen3-8B`. */
export interface MentionedSystem {
	readonly name: string;
	/** The name of the system that it is a variant of, `Qwen3`; its own, if of none. */
	readonly family: string;
	/** Of the page of that system, where it has one. */
	readonly slug?: string | undefined;
}

/** The pages of some systems, each once. */
export function systemPages(systems: readonly MentionedSystem[]): NamedThing[] {
	const pages = new Map<string, NamedThing>();
	for (const { slug, family } of systems)
		if (slug !== undefined) pages.set(slug, { slug, name: family });
	return [...pages.values()];
}

/** A topic of a paper. */
export interface PaperTopic extends NamedThing {
	/** Whether it has no page: `slug` then only tells it apart. */
	readonly isLabel?: boolean | undefined;
}

/** What an address in an abstract leads to. */
export type LinkKind = 'code' | 'project' | 'data' | 'model';

/** An address that a paper gives. */
export interface PaperLink {
	readonly url: string;
	readonly kind: LinkKind;
}

/** Another paper, and what the two share, most telling first. */
export interface Relation {
	readonly paper: PaperId;
	readonly shares: readonly string[];
}

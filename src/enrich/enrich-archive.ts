import { address } from '../model/address.ts';
import type { Archive, ArchivedDigest } from '../model/archive.ts';
import { digestIdParts, type PaperId } from '../model/id.ts';
import { currentRevision, type Paper } from '../model/paper.ts';
import type {
	ArchiveView,
	DigestSummary,
	DigestView,
	EntryView,
	PaperSummary,
	PaperView,
} from '../model/view.ts';
import { shardCount } from '../search/index-files.ts';
import { site } from '../site.ts';
import { calendar } from './view/calendar.ts';
import { excerpt } from '../text/excerpt.ts';
import { findNames } from './names/find-names.ts';
import { letters } from './view/letters.ts';
import { linkNames } from './names/link-names.ts';
import { paperLinks } from './view/paper-links.ts';
import { relatedPapers } from './related.ts';
import { viewNames } from './names/view-names.ts';
import type { NameLine, TopicDecisions } from '../model/names.ts';
import type { Lexicon } from '../model/restoration.ts';
import { viewRevisions } from './view/revisions.ts';
import { viewTitleTex } from './view/title-tex.ts';
import { restoreTexts, type RestoredTexts } from './restore/restore-texts.ts';
import { viewReceived } from './view/received.ts';
import type { Restorer } from './restore/restore-text.ts';
import { trends } from '../trends/count-trends.ts';

// Two lines of a phone.
const excerptLength = 200;
const returningPapers = 12;

/** What the archive is enriched with. */
export interface Enrichment {
	/** Gives each text as its authors wrote it. */
	readonly restore: Restorer;
	readonly lexicon: Lexicon;
	/** The addresses of systems and topics. */
	readonly names: readonly NameLine[];
	readonly topics: TopicDecisions;
	/** The dumps' files by digest, for messages. */
	readonly paths: ReadonlyMap<string, string>;
}

/** Turn the archive into what readers see. */
export function enrichArchive(
	archive: Archive,
	{ restore, lexicon, names, topics, paths }: Enrichment,
): ArchiveView {
	const texts = restoreTexts(archive, restore, paths);
	const plain = archive.papers.map((paper) => viewText(paper, texts));
	const byId = new Map(plain.map((paper) => [paper.id, paper]));
	const found = findNames(archive, texts, topics, lexicon);
	const named = viewNames(
		archive,
		found,
		names,
		topics.merged,
		new Map(plain.map((paper) => [paper.id, summarizePaper(paper)])),
	);
	const things = plain.map((paper) => ({
		...paper,
		systems: named.systemsOf.get(paper.id) ?? [],
		topics: named.topicsOf.get(paper.id) ?? [],
	}));
	const related = relatedPapers(things);
	const papers = things.map((paper): PaperView => ({
		...paper,
		html: linkNames(paper.html, paper.systems, (slug) => `../..${address.system(slug)}`),
		...(named.introduced.has(paper.id) && { system: named.introduced.get(paper.id) }),
		related: related.get(paper.id) ?? [],
	}));
	const summaries = papers.map(summarizePaper);
	const byLetter = letters(summaries);
	const digests = archive.digests.map((digest) => viewDigest(digest, byId, texts));
	return {
		digests,
		papers,
		years: calendar(digests.map(summarizeDigest), archive.withdrawn),
		letters: byLetter,
		systems: named.systems,
		topics: named.topics,
		overview: {
			id: 'archive',
			papers: papers.length,
			digests: digests.length,
			returning: returning(summaries),
			newest: digests.slice(-site.feedDigests).toReversed().map(summarizeDigest),
			letters: byLetter.map(({ id, papers }) => ({ id, papers: papers.length })),
			former: archive.former,
			withdrawn: archive.withdrawn,
			goneNames: named.gone,
			shards: shardCount(papers.length),
		},
		trends: trends(digests, papers),
		restoration: texts.report,
	};
}

type TextView = Omit<PaperView, 'system' | 'systems' | 'topics' | 'related'>;

function viewText(paper: Paper, texts: RestoredTexts): TextView {
	const { title, abstract, digests } = currentRevision(paper);
	const { appearances } = paper;
	const restored = {
		title: texts.read(paper.id, 'title', title),
		abstract: texts.read(paper.id, 'abstract', abstract),
	};
	return {
		id: paper.id,
		title: restored.title.plain,
		rawTitle: title,
		...(restored.title.html.includes('<') && { titleHtml: restored.title.html }),
		...viewTitleTex(title, restored.title),
		abstract: restored.abstract.plain,
		rawAbstract: abstract,
		html: `<p>${restored.abstract.html}</p>`,
		excerpt: excerpt(restored.abstract.plain, excerptLength),
		...viewReceived({ title, abstract }, restored),
		links: paperLinks(restored.abstract.spans),
		seen: new Set(appearances.map(({ digest }) => digest)).size,
		firstSeen: digestIdParts(appearances[0].digest).day,
		lastSeen: digestIdParts(appearances[appearances.length - 1]!.digest).day,
		revised: digestIdParts(digests[0]).day,
		formerRevisions: viewRevisions(
			paper.revisions.map(({ title, abstract, digests }) => ({
				title: texts.read(paper.id, 'title', title).plain,
				abstract: texts.read(paper.id, 'abstract', abstract).plain,
				digests,
			})),
		),
		appearances,
	};
}

function summarizePaper({ id, title, firstSeen, seen }: TextView): PaperSummary {
	return { id, title, firstSeen, seen };
}

function viewDigest(
	digest: ArchivedDigest,
	byId: ReadonlyMap<PaperId, TextView>,
	texts: RestoredTexts,
): DigestView {
	const anchors = new Set<PaperId>();
	const entries = digest.entries.map((entry): EntryView => {
		if (entry.kind === 'removed') return entry;
		const { kind, paper, status } = entry;
		const anchor = anchors.has(entry.anchor) ? undefined : entry.anchor;
		anchors.add(entry.anchor);
		const title = texts.read(paper, 'title', entry.title);
		const abstract = texts.read(paper, 'abstract', entry.abstract).plain;
		const { seen, firstSeen, links } = byId.get(paper)!;
		const [link] = links;
		return {
			kind,
			paper,
			anchor,
			title: title.plain,
			...viewTitleTex(entry.title, title),
			excerpt: excerpt(abstract, excerptLength),
			status,
			seen,
			firstSeen,
			...(link && { link }),
		};
	});
	const fresh = entries.filter(
		(entry) => entry.kind === 'printed' && entry.status === 'new',
	).length;
	const { id, day, earlier, later } = digest;
	return { id, day, earlier, later, papers: entries.length, fresh, entries };
}

function summarizeDigest({ id, day, papers, fresh }: DigestView): DigestSummary {
	return { id, day, papers, fresh };
}

/** By which the older of two papers sorts first. */
function age({ firstSeen, id }: PaperSummary): string {
	return firstSeen + id;
}

/** Most often seen first; of those seen equally often, the oldest. */
function returning(papers: readonly PaperSummary[]): PaperSummary[] {
	return papers
		.filter(({ seen }) => seen > 1)
		.toSorted((a, b) => b.seen - a.seen || (age(a) < age(b) ? -1 : 1))
		.slice(0, returningPapers);
}

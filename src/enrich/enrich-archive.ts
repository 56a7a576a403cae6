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
import { shardCount } from '../model/search.ts';
import { site } from '../site.ts';
import { calendar } from './calendar.ts';
import { excerpt } from './excerpt.ts';
import { letters } from './letters.ts';
import { viewRevisions } from './revisions.ts';
import { restoreTexts, type RestoredTexts } from './restore-texts.ts';
import { viewReceived } from './received.ts';
import type { Restorer } from './restore/restore-text.ts';
import { trends } from './trends.ts';

// Two lines of a phone.
const excerptLength = 200;
const returningPapers = 12;

/**
 * Turn the archive into what readers see. `restore` gives each text as its authors wrote it;
 * `paths` are the dumps' files by digest, for messages.
 */
export function enrichArchive(
	archive: Archive,
	restore: Restorer,
	paths: ReadonlyMap<string, string>,
): ArchiveView {
	const texts = restoreTexts(archive, restore, paths);
	const papers = archive.papers.map((paper) => viewPaper(paper, texts));
	const summaries = papers.map(summarizePaper);
	const byLetter = letters(summaries);
	const seen = new Map(summaries.map((paper) => [paper.id, paper.seen]));
	const digests = archive.digests.map((digest) => viewDigest(digest, seen, texts));
	return {
		digests,
		papers,
		years: calendar(digests.map(summarizeDigest), archive.withdrawn),
		letters: byLetter,
		overview: {
			id: 'archive',
			papers: papers.length,
			digests: digests.length,
			returning: returning(summaries),
			newest: digests.slice(-site.feedDigests).toReversed().map(summarizeDigest),
			letters: byLetter.map(({ id, papers }) => ({ id, papers: papers.length })),
			former: archive.former,
			withdrawn: archive.withdrawn,
			shards: shardCount(papers.length),
		},
		trends: trends(digests, papers),
		restoration: texts.report,
	};
}

function viewPaper(paper: Paper, texts: RestoredTexts): PaperView {
	const { title, abstract, digests } = currentRevision(paper);
	const { appearances } = paper;
	const restored = {
		title: texts.read(paper.id, 'title', title),
		abstract: texts.read(paper.id, 'abstract', abstract),
	};
	const { plain } = restored.title;
	return {
		id: paper.id,
		title: plain,
		...(restored.title.html.includes('<') && { titleHtml: restored.title.html }),
		abstract: restored.abstract.plain,
		html: `<p>${restored.abstract.html}</p>`,
		excerpt: excerpt(restored.abstract.plain, excerptLength),
		...viewReceived({ title, abstract }, restored),
		systems: [],
		topics: [],
		links: [],
		related: [],
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

function summarizePaper({ id, title, firstSeen, seen }: PaperView): PaperSummary {
	return { id, title, firstSeen, seen };
}

function viewDigest(
	digest: ArchivedDigest,
	seen: ReadonlyMap<PaperId, number>,
	texts: RestoredTexts,
): DigestView {
	const anchors = new Set<PaperId>();
	const entries = digest.entries.map((entry): EntryView => {
		if (entry.kind === 'removed') return entry;
		const { kind, paper, status } = entry;
		const anchor = anchors.has(entry.anchor) ? undefined : entry.anchor;
		anchors.add(entry.anchor);
		const title = texts.read(paper, 'title', entry.title).plain;
		const abstract = texts.read(paper, 'abstract', entry.abstract).plain;
		const beginning = excerpt(abstract, excerptLength);
		return { kind, paper, anchor, title, excerpt: beginning, status, seen: seen.get(paper)! };
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

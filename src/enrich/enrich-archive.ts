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
import { renderAbstract } from './render-abstract.ts';

// Two lines of a phone.
const excerptLength = 200;
const returningPapers = 12;

/** Turn the archive into what readers see. */
export function enrichArchive(archive: Archive): ArchiveView {
	const papers = archive.papers.map(viewPaper);
	const summaries = papers.map(summarizePaper);
	const byLetter = letters(summaries);
	const seen = new Map(summaries.map((paper) => [paper.id, paper.seen]));
	const digests = archive.digests.map((digest) => viewDigest(digest, seen));
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
	};
}

function viewPaper(paper: Paper): PaperView {
	const { title, abstract, digests } = currentRevision(paper);
	const { appearances } = paper;
	return {
		id: paper.id,
		title,
		abstract,
		html: renderAbstract(abstract),
		excerpt: excerpt(abstract, excerptLength),
		seen: new Set(appearances.map(({ digest }) => digest)).size,
		firstSeen: digestIdParts(appearances[0].digest).day,
		lastSeen: digestIdParts(appearances[appearances.length - 1]!.digest).day,
		revised: digestIdParts(digests[0]).day,
		formerRevisions: viewRevisions(paper.revisions),
		appearances,
	};
}

function summarizePaper({ id, title, firstSeen, seen }: PaperView): PaperSummary {
	return { id, title, firstSeen, seen };
}

function viewDigest(digest: ArchivedDigest, seen: ReadonlyMap<PaperId, number>): DigestView {
	const anchors = new Set<PaperId>();
	const entries = digest.entries.map((entry): EntryView => {
		if (entry.kind === 'removed') return entry;
		const { kind, paper, title, status } = entry;
		const anchor = anchors.has(entry.anchor) ? undefined : entry.anchor;
		anchors.add(entry.anchor);
		const beginning = excerpt(entry.abstract, excerptLength);
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

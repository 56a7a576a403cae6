import type { Archive, ArchivedDigest } from '../model/archive.ts';
import { digestIdParts, type PaperId } from '../model/id.ts';
import { currentRevision, type Paper } from '../model/paper.ts';
import type {
	ArchiveView,
	DigestSummary,
	DigestView,
	PaperSummary,
	PaperView,
} from '../model/view.ts';
import { shardCount } from '../model/search.ts';
import { site } from '../site.ts';
import { calendar } from './calendar.ts';
import { excerpt } from './excerpt.ts';
import { letters } from './letters.ts';
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
		years: calendar(digests.map(summarizeDigest)),
		letters: byLetter,
		overview: {
			id: 'archive',
			papers: papers.length,
			digests: digests.length,
			returning: returning(summaries),
			newest: digests.slice(-site.feedDigests).toReversed().map(summarizeDigest),
			letters: byLetter.map(({ id, papers }) => ({ id, papers: papers.length })),
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
		firstSeen: digestIdParts(appearances[0].digest).day,
		lastSeen: digestIdParts(appearances[appearances.length - 1]!.digest).day,
		revised: digestIdParts(digests[0]).day,
		formerRevisions: paper.revisions.slice(0, -1),
		appearances,
	};
}

function summarizePaper({ id, title, firstSeen, appearances }: PaperView): PaperSummary {
	return { id, title, firstSeen, seen: new Set(appearances.map(({ digest }) => digest)).size };
}

function viewDigest(digest: ArchivedDigest, seen: ReadonlyMap<PaperId, number>): DigestView {
	const anchors = new Set<PaperId>();
	const entries = digest.entries.map(({ paper, title, abstract, status }) => {
		const anchored = !anchors.has(paper);
		anchors.add(paper);
		return {
			paper,
			title,
			excerpt: excerpt(abstract, excerptLength),
			status,
			seen: seen.get(paper)!,
			anchored,
		};
	});
	const fresh = entries.filter(({ status }) => status === 'new').length;
	const { id, day, earlier, later } = digest;
	return { id, day, earlier, later, papers: entries.length, fresh, entries };
}

function summarizeDigest({ id, day, papers, fresh }: DigestView): DigestSummary {
	return { id, day, papers, fresh };
}

function returning(papers: readonly PaperSummary[]): PaperSummary[] {
	return papers
		.filter(({ seen }) => seen > 1)
		.toSorted(
			(a, b) =>
				b.seen - a.seen ||
				(a.firstSeen < b.firstSeen
					? -1
					: a.firstSeen > b.firstSeen
						? 1
						: a.id < b.id
							? -1
							: 1),
		)
		.slice(0, returningPapers);
}

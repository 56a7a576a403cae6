import { currentId, type Archive } from '../model/archive.ts';
import { currentRevision } from '../model/paper.ts';
import { keepNothing } from '../model/keep.ts';
import type { Question } from '../model/questions.ts';
import type { EnrichedArchive } from '../model/view.ts';
import { findNames, type NameKnowledge } from './names/find-names.ts';
import { viewNames } from './names/view-names.ts';
import { viewQuestions } from './names/view-questions.ts';
import { nearestTexts, type NearestFinder } from './related/nearest-texts.ts';
import { relatedPapers } from './related/related-papers.ts';
import { restoreTexts } from './restore/restore-texts.ts';
import type { Restorer } from './restore/restore-text.ts';
import { topicPapers } from './topics/topic-papers.ts';
import { calendar } from './view/calendar.ts';
import { letters } from './view/letters.ts';
import { postmarkRow } from './view/postmark-row.ts';
import { typesetTexts } from './view/typeset-texts.ts';
import { viewDigest } from './view/view-digest.ts';
import { viewPaper, viewTexts } from './view/view-paper.ts';

/** What the archive is enriched with. */
export interface Enrichment extends NameKnowledge {
	/** Gives each text as its authors wrote it. */
	readonly restore: Restorer;
	/** Is told the texts of all papers in their order, as soon as they are known, and finds related ones beside all else. */
	readonly findNearest?: NearestFinder | undefined;
	/** The standing questions, whether they have an address or not. */
	readonly questions: readonly Question[];
	/** The dumps' files by digest, for messages. */
	readonly paths: ReadonlyMap<string, string>;
}

/** Turn the archive into what readers see. */
export function enrichArchive(archive: Archive, enrichment: Enrichment): EnrichedArchive {
	const { keep = keepNothing } = enrichment;
	const { shown, nearest, named } = readTexts(archive, enrichment);
	const asked = viewQuestions(enrichment.questions, enrichment.names);
	const drafts = archive.papers.map((paper) => viewPaper(paper, shown, named, keep));
	const related = relatedPapers(drafts, nearest());
	const papers = drafts.map((draft) => ({ ...draft, related: related.get(draft.id) ?? [] }));
	const current = new Set(archive.papers.map(currentRevision));
	const digests = archive.digests.map((digest, index) =>
		viewDigest(digest, index + 1, shown, current),
	);
	return {
		digests: new Map(digests.map((digest) => [digest.id, digest])),
		papers: new Map(papers.map((paper) => [paper.id, paper])),
		years: calendar(archive.digests, archive.withdrawn),
		postmarkRow: postmarkRow(archive.digests.map(({ id }) => id)),
		letters: letters(papers),
		systems: new Map(named.systems.map((system) => [system.slug, system])),
		topics: new Map(named.topics.map((topic) => [topic.slug, topic])),
		former: archive.former,
		withdrawn: archive.withdrawn,
		goneNames: [...named.gone, ...asked.gone],
		questions: asked.questions,
		restoration: shown.report,
	};
}

/** What is found in the texts. What it is found by, which is as much again, is let go. */
function readTexts(
	archive: Archive,
	{ restore, paths, findNearest = findLater, ...knowledge }: Enrichment,
) {
	const { written, shown } = restoreAll(archive, restore, paths);
	const nearest = findNearest(archive.papers.map((paper) => viewTexts(paper, shown)));
	const found = findNames(archive, written, knowledge);
	const lines = knowledge.names.filter(({ kind }) => kind !== 'question');
	return { shown, nearest, named: viewNames(found, { lines, current: currentId(archive) }) };
}

/** All texts as names are found in them, and as they are printed. What is in between is let go, too. */
function restoreAll(archive: Archive, restore: Restorer, paths: Enrichment['paths']) {
	const { papers } = archive;
	const restored = restoreTexts(archive, restore, paths);
	return { written: topicPapers(papers, restored), shown: typesetTexts(papers, restored) };
}

const findLater: NearestFinder = (texts) => () => nearestTexts(texts).nearest;

import { currentId, type Archive } from '../model/archive.ts';
import type { NameLine, SystemDecisions } from '../model/names.ts';
import { currentRevision } from '../model/paper.ts';
import type { Lexicon } from '../model/restoration.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { EnrichedArchive } from '../model/view.ts';
import { findNames } from './names/find-names.ts';
import { viewNames } from './names/view-names.ts';
import { relatedPapers } from './related/related-papers.ts';
import { restoreTexts } from './restore/restore-texts.ts';
import type { Restorer } from './restore/restore-text.ts';
import { calendar } from './view/calendar.ts';
import { letters } from './view/letters.ts';
import { typesetTexts } from './view/typeset-texts.ts';
import { viewDigest } from './view/view-digest.ts';
import { viewPaper } from './view/view-paper.ts';

/** What the archive is enriched with. */
export interface Enrichment {
	/** Gives each text as its authors wrote it. */
	readonly restore: Restorer;
	readonly lexicon: Lexicon;
	/** The addresses of systems and topics. */
	readonly names: readonly NameLine[];
	readonly vocabulary: Vocabulary;
	readonly systems: SystemDecisions;
	/** The dumps' files by digest, for messages. */
	readonly paths: ReadonlyMap<string, string>;
}

/** Turn the archive into what readers see. */
export function enrichArchive(
	archive: Archive,
	{ restore, paths, ...knowledge }: Enrichment,
): EnrichedArchive {
	const texts = restoreTexts(archive, restore, paths);
	const found = findNames(archive, texts, knowledge);
	const named = viewNames(found, { lines: knowledge.names, current: currentId(archive) });
	const shown = typesetTexts(texts);
	const drafts = archive.papers.map((paper) => viewPaper(paper, shown, named));
	const related = relatedPapers(drafts);
	const papers = drafts.map((draft) => ({ ...draft, related: related.get(draft.id) ?? [] }));
	const current = new Set(archive.papers.map(currentRevision));
	const digests = archive.digests.map((digest, index) =>
		viewDigest(digest, index + 1, shown, current),
	);
	return {
		digests: new Map(digests.map((digest) => [digest.id, digest])),
		papers: new Map(papers.map((paper) => [paper.id, paper])),
		years: calendar(archive.digests, archive.withdrawn),
		letters: letters(papers),
		systems: new Map(named.systems.map((system) => [system.slug, system])),
		topics: new Map(named.topics.map((topic) => [topic.slug, topic])),
		former: archive.former,
		withdrawn: archive.withdrawn,
		goneNames: named.gone,
		restoration: texts.report,
	};
}

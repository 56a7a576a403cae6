import { findNames, type NameKnowledge } from '../enrich/names/find-names.ts';
import { keptRestorer } from '../enrich/restore/kept-restorer.ts';
import { restoreTexts } from '../enrich/restore/restore-texts.ts';
import type { Restorer } from '../enrich/restore/restore-text.ts';
import { topicPapers } from '../enrich/topics/topic-papers.ts';
import type { Archive } from '../model/archive.ts';
import type { Keep } from '../model/keep.ts';
import { isIn, type Years } from '../model/years.ts';

/** The papers that were first seen in some years, and where what is found in their texts alone is kept. */
export interface Share {
	readonly years: Years;
	readonly keep: Keep;
}

/** Have kept what is found in the texts of a share of an archive alone: what takes no other text to find. */
export function keepShare(
	archive: Archive,
	{ years, keep }: Share,
	knowledge: NameKnowledge,
	restore: Restorer,
): void {
	const papers = archive.papers.filter(({ appearances: [{ digest }] }) => isIn(years, digest));
	const own = { ...archive, papers };
	const texts = restoreTexts(own, keptRestorer(restore, keep), new Map());
	// Names are judged by all papers, of which these are some.
	const keepTexts: Keep = (kind, input, make) =>
		kind === 'judged' ? make() : keep(kind, input, make);
	findNames(own, topicPapers(papers, texts), { ...knowledge, keep: keepTexts });
}

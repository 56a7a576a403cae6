import type { Archive } from '../../model/archive.ts';
import { mergeTarget, type Corrections } from '../../model/corrections.ts';
import type { EnrichmentLine } from '../../model/enrichment.ts';
import type { PaperId } from '../../model/id.ts';
import { newestFacts, type PaperFacts } from '../../model/paper-facts.ts';
import type { Paper } from '../../model/paper.ts';

/**
 * An archive whose papers have what is known of them beside the feed: what arXiv says counts for less than what
 * a list of the feed says, and what a person wrote for more.
 */
export function applyEnrichment(
	archive: Archive,
	lines: ReadonlyMap<PaperId, EnrichmentLine>,
	corrections: Pick<Corrections, 'merged'>,
): Archive {
	if (lines.size === 0) return archive;
	const target = mergeTarget(corrections);
	const byPaper = Map.groupBy(lines.values(), ({ paper }) => target(paper));
	const papers = archive.papers.map((paper) => enrich(paper, byPaper.get(paper.id) ?? []));
	return { ...archive, papers };
}

function enrich(paper: Paper, lines: readonly EnrichmentLine[]): Paper {
	const byHand = lines.filter(({ by }) => by === 'hand');
	// A person who wrote anything of it has seen what arXiv says.
	const found = byHand.length > 0 ? [] : lines.map(factsOf);
	const facts = newestFacts([...found, paper.facts, ...byHand.map(factsOf)]);
	return facts ? { ...paper, facts } : paper;
}

function factsOf(line: EnrichmentLine): PaperFacts | undefined {
	const { paper: _, by: __, reviewed: ___, score: ____, none: _____, ...facts } = line;
	return facts.arxiv === undefined ? undefined : (facts as PaperFacts);
}

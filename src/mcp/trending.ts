import type { DigestRecord, PaperRecord } from '../data/records.ts';

/** What digests between two days printed. */
export interface Trending {
	/** Oldest first. */
	readonly within: readonly DigestRecord[];
	/** Those of most digests first; of equally many, those that were printed first. */
	readonly ranked: readonly { readonly paper: PaperRecord; readonly times: number }[];
	/** The topics of these papers, those of most papers first. */
	readonly topics: readonly { readonly topic: string; readonly papers: number }[];
}

/** Count the papers that digests of `from` to `to` printed, both included. */
export function trending(
	digests: readonly DigestRecord[],
	papers: readonly PaperRecord[],
	from: string,
	to: string,
): Trending {
	const within = digests.filter(({ day }) => from <= day && day <= to);
	const times = new Map<string, number>();
	for (const { entries } of within)
		for (const paper of new Set(entries.map((entry) => entry.paper)))
			times.set(paper, (times.get(paper) ?? 0) + 1);
	const byId = new Map(papers.map((paper) => [paper.id, paper]));
	const ranked = [...times]
		.toSorted(([, a], [, b]) => b - a)
		// A removed one has a place in its digests, and no record.
		.flatMap(([id, times]) => {
			const paper = byId.get(id);
			return paper ? { paper, times } : [];
		});
	const counts = Map.groupBy(
		ranked.flatMap(({ paper }) => paper.topics),
		(topic) => topic,
	);
	const topics = Array.from(counts, ([topic, all]) => ({ topic, papers: all.length }));
	return { within, ranked, topics: topics.toSorted((a, b) => b.papers - a.papers) };
}

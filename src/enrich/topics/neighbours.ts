import type { TopicView } from '../../model/name-view.ts';
import type { PaperTopic } from '../../model/paper-view.ts';

type Neighbours = TopicView['neighbours'];

// Topics that stand beside one on its page.
const mostNeighbours = 8;
// What one paper has in common is chance.
const fewestShared = 2;

/**
 * The topics that go with each, closest first, given the topics of each paper: those that share more
 * papers with it than by chance. The number of papers they share counts, and how much more often that
 * is than it would be if topics fell together at random (pointwise mutual information).
 */
export function neighboursOf(
	topicsOfPapers: readonly (readonly PaperTopic[])[],
): (slug: string) => Neighbours {
	const totals = new Map<string, number>();
	const shared = new Map<string, Map<string, PaperTopic & { papers: number }>>();
	for (const all of topicsOfPapers) {
		const topics = all.filter(({ isLabel }) => !isLabel);
		for (const { slug } of topics) {
			totals.set(slug, (totals.get(slug) ?? 0) + 1);
			const beside = shared.get(slug) ?? new Map();
			shared.set(slug, beside);
			for (const other of topics) {
				const { papers } = beside.get(other.slug) ?? { papers: 0 };
				beside.set(other.slug, { ...other, papers: papers + 1 });
			}
		}
	}
	return (own) => {
		const closeness = ({ slug, papers }: Neighbours[number]): number =>
			papers *
			Math.log((papers * topicsOfPapers.length) / (totals.get(own)! * totals.get(slug)!));
		return [...(shared.get(own)?.values() ?? [])]
			.filter(({ slug, papers }) => slug !== own && papers >= fewestShared)
			.map((neighbour) => ({ neighbour, weight: closeness(neighbour) }))
			.filter(({ weight }) => weight > 0)
			.toSorted(
				(a, b) => b.weight - a.weight || (a.neighbour.slug < b.neighbour.slug ? -1 : 1),
			)
			.slice(0, mostNeighbours)
			.map(({ neighbour }) => neighbour);
	};
}

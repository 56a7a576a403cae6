import type { DigestId } from '../model/id.ts';
import type { PaperView } from '../model/paper-view.ts';

/** How many of some papers each digest has, in the order of the digests. */
export function countPerDigest(
	digests: readonly DigestId[],
	papers: readonly Pick<PaperView, 'appearances'>[],
): number[] {
	const counts = new Map<DigestId, number>();
	for (const { appearances } of papers)
		for (const digest of new Set(appearances.map(({ digest }) => digest)))
			counts.set(digest, (counts.get(digest) ?? 0) + 1);
	return digests.map((digest) => counts.get(digest) ?? 0);
}

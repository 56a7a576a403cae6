import type { PaperId } from '../model/id.ts';
import type { PaperView } from '../model/paper-view.ts';
import type { Answered } from '../model/questions.ts';
import type { DigestTrend, TopicTrend } from '../model/trends.ts';
import { countPerDigest } from './count-per-digest.ts';

/** What standing questions find, over all digests, as topics are counted. */
export function questionTrends(
	answers: readonly Answered[],
	papers: ReadonlyMap<PaperId, PaperView>,
	digests: readonly Pick<DigestTrend, 'id'>[],
): TopicTrend[] {
	const ids = digests.map(({ id }) => id);
	return answers.map(({ slug, name, papers: found }) => ({
		slug,
		name,
		papers: found.length,
		perDigest: countPerDigest(
			ids,
			found.map((id) => papers.get(id)!),
		),
	}));
}

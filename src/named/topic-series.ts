import { formatDigest, formatMonth } from '../language/format.ts';
import { monthOf } from '../model/address.ts';
import type { DigestTrend } from '../model/trends.ts';

/** How many papers were on a topic, digest by digest, or month by month in a large archive. */
export interface TopicSeries {
	readonly unit: 'digest' | 'month';
	/** Oldest first. */
	readonly points: readonly { readonly name: string; readonly papers: number }[];
}

// More than a small drawing shows, and each would change every topic's page.
const mostDigests = 60;
const mostMonths = 60;

/** Numbers of digests, oldest first, as a picture of them has them. */
export function topicSeries(
	digests: readonly Pick<DigestTrend, 'id'>[],
	perDigest: readonly number[],
): TopicSeries {
	const papersIn = (index: number) => perDigest[index] ?? 0;
	if (digests.length <= mostDigests) {
		const points = digests.map(({ id }, index) => ({
			name: formatDigest(id),
			papers: papersIn(index),
		}));
		return { unit: 'digest', points };
	}
	const months = new Map<string, number>();
	for (const [index, { id }] of digests.entries()) {
		const month = monthOf(id);
		months.set(month, (months.get(month) ?? 0) + papersIn(index));
	}
	const points = Array.from(months, ([month, papers]) => ({ name: formatMonth(month), papers }));
	return { unit: 'month', points: points.slice(-mostMonths) };
}

import type { PaperId } from '../model/id.ts';
import { systemPages, type PaperView, type Relation } from '../model/paper-view.ts';
import { phraseKey } from '../text/words.ts';
import { increment, type Tally } from './names/tally.ts';

/** What two papers are compared by. */
type Compared = Pick<PaperView, 'id' | 'title' | 'abstract' | 'systems' | 'topics'>;

const mostRelated = 8;
// What more papers than this share is passed over: comparing all of them with all would cost their number squared.
const mostHolders = 120;
const mostReasons = 3;
// How many of a paper's own words count, the rarest first.
const mostWords = 24;
const wordRe = /[A-Za-z][A-Za-z-]{4,}/g;

interface Feature {
	/** What readers are told; words alone are no reason. */
	readonly name: string | undefined;
	readonly holders: number[];
	readonly kind: 'system' | 'topic' | 'word';
}

/**
 * The papers closest to each, by what they name, speak of and say. A shared feature weighs by its
 * kind and by how few papers have it, in steps of doubling, so that a new dump changes few weights
 * and few lists. Features with many holders are passed over, which keeps the work near to linear.
 */
export function relatedPapers(papers: readonly Compared[]): Map<PaperId, Relation[]> {
	const features = collectFeatures(papers);
	const byPaper: Feature[][] = papers.map(() => []);
	for (const feature of features) {
		if (feature.holders.length < 2 || feature.holders.length > mostHolders) continue;
		for (const index of feature.holders) byPaper[index]!.push(feature);
	}
	return new Map(papers.map(({ id }, index) => [id, closest(index, byPaper[index]!, papers)]));
}

function closest(
	index: number,
	features: readonly Feature[],
	papers: readonly Compared[],
): Relation[] {
	const scores = new Map<number, { score: number; shared: Feature[] }>();
	for (const feature of features) {
		const weight = weightOf(feature);
		for (const other of feature.holders) {
			if (other === index) continue;
			const entry = scores.get(other) ?? { score: 0, shared: [] };
			entry.score += weight;
			if (feature.name !== undefined) entry.shared.push(feature);
			scores.set(other, entry);
		}
	}
	return [...scores]
		.filter(([, { shared }]) => shared.length > 0)
		.toSorted(([a, first], [b, second]) => second.score - first.score || a - b)
		.slice(0, mostRelated)
		.map(([other, { shared }]) => {
			const reasons = shared
				.toSorted((a, b) => weightOf(b) - weightOf(a) || (a.name! < b.name! ? -1 : 1))
				.map(({ name }) => name!);
			return {
				paper: papers[other]!.id,
				shares: [...new Set(reasons)].slice(0, mostReasons),
			};
		});
}

const kinds = { system: 3, topic: 2, word: 0.5 } as const;

/** Rarer is heavier: shared by up to 2, 4, 8 … 256 papers. */
function weightOf({ kind, holders }: Feature): number {
	return kinds[kind] * Math.max(1, 9 - Math.ceil(Math.log2(holders.length)));
}

function collectFeatures(papers: readonly Compared[]): Feature[] {
	const features = new Map<string, Feature>();
	const add = (
		kind: Feature['kind'],
		key: string,
		name: string | undefined,
		index: number,
	): void => {
		const id = `${kind} ${key}`;
		const feature = features.get(id) ?? { kind, name, holders: [] };
		features.set(id, feature);
		feature.holders.push(index);
	};
	const words = papers.map(({ title, abstract }) => stemsOf(`${title} ${abstract}`));
	const frequency: Tally = new Map();
	for (const set of words) for (const word of set) increment(frequency, word);
	papers.forEach(({ systems, topics }, index) => {
		for (const { slug, name } of systemPages(systems)) add('system', slug, name, index);
		for (const { slug, name } of topics) add('topic', slug, name, index);
		const telling = [...words[index]!]
			.filter((word) => frequency.get(word)! > 1)
			.toSorted((a, b) => frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : 1))
			.slice(0, mostWords);
		for (const word of telling) add('word', word, undefined, index);
	});
	return [...features.values()];
}

function stemsOf(text: string): Set<string> {
	return new Set((text.match(wordRe) ?? []).map(phraseKey));
}

import { widerTopics, type Vocabulary } from '../../model/vocabulary.ts';
import { parseForm, wordForms, type Word } from '../../text/word-forms.ts';

/** What is matched. */
export interface TopicText {
	readonly title: string;
	readonly abstract: string;
}

/**
 * Gives the topics of a text by their numbers in the vocabulary: those of which it speaks, in that
 * order, then those that contain them.
 */
export type TopicMatcher = (text: TopicText) => number[];

const often = 3;
// A reader gives a paper some five topics; beside so many, what it says twice is said in passing.
const enough = 4;
const kinds = ['forms', 'weak', 'title', 'not'] as const;
type Kind = (typeof kinds)[number];

/** Forms that begin alike, by what they ask of the next word. */
interface Node {
	readonly next: Map<string | null, Node>;
	/** Those that end here. */
	readonly ends: { readonly topic: number; readonly kind: Kind }[];
}

/** Where a form stands in a text: from a word up to another. */
interface Place {
	readonly kind: Kind;
	readonly start: number;
	readonly end: number;
}

/**
 * Make the matcher of a vocabulary. It goes through a text once, however many forms there are, and
 * what it finds depends on nothing but the text and the vocabulary.
 */
export function createTopicMatcher(vocabulary: Vocabulary): TopicMatcher {
	const wider = widerTopics(vocabulary);
	// Mostly nothing is matched, because what was found before is kept.
	let root: Node | undefined;
	return ({ title, abstract }) => {
		const titleWords = wordForms(title);
		const words = [...titleWords, null, ...wordForms(abstract)];
		const candidates = Array.from(
			placesByTopic(words, (root ??= formTree(vocabulary))),
			([topic, places]) => {
				const open = openPlaces(places, titleWords.length);
				return {
					topic,
					start: open[0]?.start ?? 0,
					times: timesSaid(open, titleWords.length),
				};
			},
		);
		const spoken = choose(
			candidates.toSorted((a, b) => a.start - b.start || a.topic - b.topic),
		).map(({ topic }) => topic);
		return [...new Set([...spoken, ...spoken.flatMap((topic) => wider[topic]!)])];
	};
}

function formTree(vocabulary: Vocabulary): Node {
	const root: Node = { next: new Map(), ends: [] };
	vocabulary.forEach((entry, topic) => {
		for (const kind of kinds)
			for (const form of entry[kind]) nodeOf(form, root).ends.push({ topic, kind });
	});
	return root;
}

function nodeOf(form: string, root: Node): Node {
	let node = root;
	for (const asked of parseForm(form)) {
		const next: Node = node.next.get(asked) ?? { next: new Map(), ends: [] };
		node.next.set(asked, next);
		node = next;
	}
	return node;
}

function placesByTopic(words: readonly Word[], root: Node): Map<number, Place[]> {
	const found = new Map<number, Place[]>();
	const walk = ({ next, ends }: Node, start: number, at: number): void => {
		for (const { topic, kind } of ends) {
			const places = found.get(topic);
			const place = { kind, start, end: at };
			if (places) places.push(place);
			else found.set(topic, [place]);
		}
		if (next.size === 0 || at === words.length) return;
		for (const asked of words[at] ?? parting) {
			const node = next.get(asked);
			if (node) walk(node, start, at + 1);
		}
	};
	for (let at = 0; at < words.length; at++) walk(root, at, at);
	return found;
}

const parting = [null];

/** The places that count, but for how often: `title` in a title only, none within a longer phrase that hides it. */
function openPlaces(places: readonly Place[], titleLength: number): readonly Place[] {
	// A phrase comes before all that lies within it.
	const sorted = places.toSorted(
		(a, b) =>
			a.start - b.start ||
			b.end - a.end ||
			Number(b.kind === 'not') - Number(a.kind === 'not'),
	);
	let hidden = 0;
	return sorted.filter(({ kind, start, end }) => {
		if (kind === 'not') hidden = Math.max(hidden, end);
		return end > hidden && (kind !== 'title' || start < titleLength);
	});
}

/** How often a text speaks of a topic; what is in its title, or said by a form that is not weak, is said often. */
function timesSaid(places: readonly Place[], titleLength: number): number {
	const isPlain = places.some(({ kind, start }) => kind !== 'weak' || start < titleLength);
	return isPlain ? often : countApart(places);
}

/**
 * How many of some places, first to last, are apart: those within one another are one, and so is an
 * abbreviation with its words, `supervised fine-tuning (SFT)`.
 */
function countApart(places: readonly Place[]): number {
	let count = 0;
	let end = -Infinity;
	for (const place of places) {
		if (place.start > end + 1) count++;
		end = Math.max(end, place.end);
	}
	return count;
}

/** What is said often. What is said twice, only until a paper has enough; what is said once, only where it has nothing. */
function choose<Candidate extends { readonly times: number }>(
	candidates: readonly Candidate[],
): readonly Candidate[] {
	const plain = candidates.filter(({ times }) => times >= often);
	const again = candidates.filter(({ times }) => times === 2);
	const found = [...plain, ...again.slice(0, Math.max(0, enough - plain.length))];
	return found.length > 0 ? found : candidates.filter(({ times }) => times === 1);
}

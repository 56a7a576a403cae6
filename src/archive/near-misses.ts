import type { Entry } from '../model/digest.ts';
import type { PaperId } from '../model/id.ts';
import { entryFact } from './entry-fact.ts';
import { similarity } from './similarity.ts';
import { entryKey } from './wording-key.ts';

/** Papers by what nearly equal ones share, so that none is compared with all. */
export interface LikenessIndex {
	/** Of each paper the wording that it last got. */
	readonly texts: Map<PaperId, Entry>;
	/** For each key of the entries that are to be looked for. */
	readonly buckets: ReadonlyMap<Key, PaperId[]>;
}

/** What titles that are nearly equal share, or the hash of a run of words. */
type Key = string | number;

// Long enough that few titles share it by chance: `anefficientkvcachecompre`
const edgeLength = 20;
// Of an abstract's runs of six words, those with the smallest hashes: texts that share half their runs mostly share one of these.
const sketchRun = 6;
const sketchSize = 8;
// Beyond it a bucket says nothing: a common beginning such as “Towards efficient …”.
const mostInBucket = 50;

// The rest shares less than these.
const mostCompared = 3;

// Sørensen–Dice over letter triples, and over word pairs. Below either, papers of the field are told apart.
const nearTitle = 0.85;
const nearAbstract = 0.5;

/** An index without papers, in which some entries are to be looked for. */
export function createLikenessIndex(asked: readonly Entry[]): LikenessIndex {
	return { texts: new Map(), buckets: new Map(asked.flatMap(keysOf).map((key) => [key, []])) };
}

/** Remember a paper's wording. */
export function addLikeness(index: LikenessIndex, id: PaperId, entry: Entry): void {
	index.texts.set(id, entry);
	for (const key of keysOf(entry)) {
		const bucket = index.buckets.get(key);
		if (bucket && bucket.length < mostInBucket && !bucket.includes(id)) bucket.push(id);
	}
}

/** The paper most like this wording, if any is so like it that a person should look. */
export function nearMiss(index: LikenessIndex, entry: Entry): PaperId | undefined {
	const scored = candidates(index, entry).map((id) => {
		const other = index.texts.get(id)!;
		const titles = tripleSimilarity(entryKey.of(entry).title, entryKey.of(other).title);
		const abstracts = similarity(entry.abstract.text, other.abstract.text);
		return {
			id,
			isNear: titles >= nearTitle || abstracts >= nearAbstract,
			score: titles + abstracts,
		};
	});
	return scored.filter(({ isNear }) => isNear).toSorted((a, b) => b.score - a.score)[0]?.id;
}

/** The few papers that share most with a wording: a title's key, or two runs of words. */
function candidates(index: LikenessIndex, entry: Entry): PaperId[] {
	const shared = new Map<PaperId, number>();
	for (const key of keysOf(entry)) {
		const weight = typeof key === 'number' ? 1 : 2;
		for (const id of index.buckets.get(key) ?? [])
			shared.set(id, (shared.get(id) ?? 0) + weight);
	}
	return [...shared]
		.filter(([, weight]) => weight >= 2)
		.sort(([, a], [, b]) => b - a)
		.slice(0, mostCompared)
		.map(([id]) => id);
}

function keysOf(entry: Entry): Key[] {
	const folded = entryKey.of(entry).title;
	const words = entry.title.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return [
		`begins ${folded.slice(0, edgeLength)}`,
		`ends ${folded.slice(-edgeLength)}`,
		`words ${words.toSorted().join(' ')}`,
		...entrySketch.of(entry),
	];
}

/** By which abstracts that are nearly equal are found. */
export const entrySketch = entryFact(({ abstract }) => sketch(abstract.text));

/** The smallest hashes of the text's runs of words. https://en.wikipedia.org/wiki/MinHash */
function sketch(text: string): number[] {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	const sums = words.map(wordSum);
	const least: number[] = [];
	for (let start = 0; start + sketchRun <= sums.length; start++)
		putAmong(least, runSum(sums, start) >>> 0);
	return least;
}

/** Put a hash among the smallest, each once and in order, if it is one of them. */
function putAmong(least: number[], hash: number): void {
	if (hash >= (least[sketchSize - 1] ?? Infinity) || least.includes(hash)) return;
	const rank = least.findIndex((other) => other > hash);
	least.splice(rank < 0 ? least.length : rank, 0, hash);
	least.length = Math.min(least.length, sketchSize);
}

const basis = 0x811c9dc5;
const prime = 0x01000193;

/** FNV-1a, 32 bits. http://www.isthe.com/chongo/tech/comp/fnv/ */
function wordSum(word: string): number {
	let value = basis;
	for (let index = 0; index < word.length; index++)
		value = Math.imul(value ^ word.charCodeAt(index), prime);
	return value;
}

/** The same over the sums of a run's words; the last bits of a product are mixed with its first. */
function runSum(sums: readonly number[], start: number): number {
	let value = basis;
	for (let index = start; index < start + sketchRun; index++) {
		value = Math.imul(value ^ sums[index]!, prime);
		value ^= value >>> 15;
	}
	return value;
}

function tripleSimilarity(left: string, right: string): number {
	const a = triples(left);
	const b = triples(right);
	let shared = 0;
	for (const triple of a) if (b.has(triple)) shared++;
	return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function triples(text: string): Set<string> {
	return new Set(
		Array.from({ length: Math.max(0, text.length - 2) }, (_, start) =>
			text.slice(start, start + 3),
		),
	);
}

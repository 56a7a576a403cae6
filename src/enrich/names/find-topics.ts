import type { PaperId } from '../../model/id.ts';
import type { TopicDecisions } from '../../model/names.ts';
import { phraseKey, singularAbbreviation } from '../../text/words.ts';
import { explainedAbbreviations } from './abbreviations.ts';
import { phrases } from './phrases.ts';

/** What several papers speak of. */
export interface FoundTopic {
	/** The same for all forms of the phrase. */
	readonly key: string;
	readonly name: string;
	/** In the order of the archive. */
	readonly papers: readonly PaperId[];
}

// A topic exists from three papers on.
const fewestPapers = 3;
// What more than every eighth paper speaks of tells nothing of any.
const mostShare = 1 / 8;
// `speculative` is nearly always of `decoding`: how much more often words stand together than by chance, of the most that is possible.
const leastAssociation = 0.33;

interface Counted {
	readonly key: string;
	readonly forms: Map<string, number>;
	readonly papers: Set<PaperId>;
}

/** Find the phrases that papers share: at least three papers, forms merged, what is part of a longer topic left out. */
export function findTopics(
	papers: readonly { readonly id: PaperId; readonly title: string; readonly abstract: string }[],
	{ names, merged, forbidden }: TopicDecisions,
): FoundTopic[] {
	const counted = new Map<string, Counted>();
	const words = new Map<string, number>();
	const compounds: [key: string, paper: PaperId][] = [];
	let total = 0;
	const count = (key: string, id: PaperId): Counted => {
		const entry = counted.get(key) ?? { key, forms: new Map(), papers: new Set() };
		counted.set(key, entry);
		entry.papers.add(id);
		return entry;
	};
	for (const { id, title, abstract } of papers) {
		for (const { key: own, text, isCompound } of phrases(`${title}. ${abstract}`)) {
			const key = merged.get(own) ?? own;
			if (isCompound) {
				compounds.push([key, id]);
				continue;
			}
			const { forms } = count(key, id);
			forms.set(text, (forms.get(text) ?? 0) + 1);
		}
		const stems = stemsOf(`${title}. ${abstract}`);
		// What a person named is one wherever it stands, of one word too, or of words that part others.
		for (const key of names.keys()) if (stems.includes(` ${key} `)) count(key, id);
		for (const word of stems.split(/[ |]+/)) {
			if (word === '') continue;
			words.set(word, (words.get(word) ?? 0) + 1);
			total++;
		}
	}
	for (const [key, id] of compounds) counted.get(key)?.papers.add(id);
	addAbbreviations(papers, counted, merged);
	const limit = Math.max(fewestPapers, papers.length * mostShare);
	const candidates = [...counted.values()].filter(
		({ key, forms, papers: holders }) =>
			!forbidden.has(key) &&
			holders.size >= fewestPapers &&
			(names.has(key) ||
				(holders.size <= limit &&
					association(key, timesOf(forms), words, total) >= leastAssociation)),
	);
	const order = new Map(papers.map(({ id }, index) => [id, index]));
	return withoutParts(candidates, names).map(({ key, forms, papers: holders }) => ({
		key,
		name: names.get(key) ?? displayName(forms),
		papers: [...holders].toSorted((a, b) => order.get(a)! - order.get(b)!),
	}));
}

/** The stems of a text's words between spaces, with `|` where punctuation parts them. */
function stemsOf(text: string): string {
	const plain = text.replace(/[^A-Za-z0-9\s’'-]+/g, ' | ').replace(/[^A-Za-z0-9\s|-]/g, ' ');
	return ` ${phraseKey(plain)} `;
}

// `MoEs`, `KV`, `SSM`
const abbreviationRe = /\b[A-Z][A-Za-z]*[A-Z]s?\b/g;
// What one paper alone abbreviates so may stand for something else in the others.
const fewestExplanations = 2;

/** Count a paper for a phrase also where it only has the abbreviation that the others explain. */
function addAbbreviations(
	papers: readonly { readonly id: PaperId; readonly title: string; readonly abstract: string }[],
	counted: ReadonlyMap<string, Counted>,
	merged: ReadonlyMap<string, string>,
): void {
	const meanings = new Map<string, Map<string, number>>();
	for (const { abstract } of papers) {
		for (const { short, words } of explainedAbbreviations(abstract)) {
			const own = phraseKey(words);
			const key = merged.get(own) ?? own;
			const counts = meanings.get(short) ?? new Map<string, number>();
			meanings.set(short, counts.set(key, (counts.get(key) ?? 0) + 1));
		}
	}
	const phraseOf = new Map(
		[...meanings].flatMap(([short, counts]) => {
			const [[key, count]] = [...counts].toSorted(
				([a, m], [b, n]) => n - m || (a < b ? -1 : 1),
			) as [[string, number]];
			return count >= fewestExplanations && counted.has(key) ? [[short, key] as const] : [];
		}),
	);
	for (const { id, title, abstract } of papers) {
		for (const [word] of `${title} ${abstract}`.matchAll(abbreviationRe)) {
			const key = phraseOf.get(singularAbbreviation(word));
			if (key !== undefined) counted.get(key)!.papers.add(id);
		}
	}
}

/**
 * Normalised pointwise mutual information of a phrase's words, over all words of the archive: 1 where
 * they only stand together, 0 where by chance (Bouma 2009).
 */
function association(
	key: string,
	times: number,
	words: ReadonlyMap<string, number>,
	total: number,
): number {
	const parts = key.split(' ');
	const joint = times / total;
	const apart = parts.reduce(
		(product, word) => product * ((words.get(word) ?? times) / total),
		1,
	);
	return Math.log(joint / apart) / (-Math.log(joint) * (parts.length - 1));
}

function timesOf(forms: ReadonlyMap<string, number>): number {
	return [...forms.values()].reduce((sum, count) => sum + count, 0);
}

/** A phrase that nearly always stands in a longer one says less than that; one that often stands alone says more. */
function withoutParts(
	candidates: readonly Counted[],
	names: ReadonlyMap<string, string>,
): Counted[] {
	const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
	const dropped = new Set<string>();
	for (const { key, papers } of candidates) {
		for (const part of partsOf(key)) {
			const shorter = byKey.get(part);
			if (!shorter || dropped.has(key)) continue;
			// Three quarters of the papers that have the part have the whole.
			const isPart = papers.size * 4 >= shorter.papers.size * 3;
			const loser = isPart ? part : key;
			if (!names.has(loser)) dropped.add(loser);
		}
	}
	return candidates.filter(({ key }) => !dropped.has(key));
}

/** All shorter phrases within a phrase. */
function partsOf(key: string): string[] {
	const words = key.split(' ');
	const parts: string[] = [];
	for (let length = words.length - 1; length >= 2; length--) {
		for (let start = 0; start + length <= words.length; start++) {
			parts.push(words.slice(start, start + length).join(' '));
		}
	}
	return parts;
}

/** The most frequent form, in lower case unless it mostly has capitals of its own. */
function displayName(forms: ReadonlyMap<string, number>): string {
	const plain = new Map<string, number>();
	for (const [form, count] of forms) {
		const shown = form
			.split(' ')
			.map((word) =>
				/^[A-Z][a-z]*(?:-[A-Z]?[a-z]+)*$/.test(word) ? word.toLowerCase() : word,
			)
			.join(' ');
		plain.set(shown, (plain.get(shown) ?? 0) + count);
	}
	return [...plain].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0];
}

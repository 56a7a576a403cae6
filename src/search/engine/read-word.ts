import { foldWord, partsOf, stemOf, wholeOf } from '../text/words.ts';
import { editDistance } from './edit-distance.ts';
import type { QueryWord } from './query-words.ts';
import { slotOf, type Form, type Slot } from './slots.ts';
import type { Speller, UnknownWord } from './speller.ts';
import type { TermStore } from './term-store.ts';

/** What a word of a query comes to: of one that is two without their space, two slots. */
export interface WordReading {
	readonly slots: readonly Slot[];
	readonly unknown: readonly UnknownWord[];
}

// Shorter ones are not missed by anybody, and like many others.
const shortestUnknown = 3;

/** Read a word: as it is, as a beginning, in the compound that it is part of, or as the nearest one to it. */
export async function readWord(
	word: QueryWord,
	store: TermStore,
	spell: Speller,
): Promise<WordReading> {
	const { text, part, offset, compound = '' } = word;
	const own = await formsOf(word, store);
	if (own.length > 0) return { slots: [slotOf(offset, own)], unknown: [] };
	const whole = wholeOf(compound);
	if (whole !== undefined) {
		const asWhole = await formOf(whole, store);
		if (asWhole.length > 0) return { slots: [slotOf(offset, asWhole)], unknown: [] };
		const unknown = await spell(compound);
		if (isSlip(whole, unknown)) return readNearest(unknown, offset, store);
	}
	return part.length < shortestUnknown
		? { slots: [slotOf(offset, [])], unknown: [] }
		: readNearest(await spell(text), offset, store);
}

/** Whether a name is another one with a slip: `CoF-2I` is `CoF-T2I`. */
function isSlip(whole: string, { nearest: [first = ''] }: UnknownWord): boolean {
	return editDistance(whole, foldWord(first), 1) <= 1;
}

/** The nearest words in the place of one that no paper has. */
async function readNearest(
	unknown: UnknownWord,
	offset: number,
	store: TermStore,
): Promise<WordReading> {
	const [nearest = ''] = unknown.nearest;
	const whole = wholeOf(nearest);
	const words = whole === undefined ? nearest.split(/\s/).flatMap(partsOf) : [whole];
	const read = await Promise.all(words.map((word) => formOf(word, store)));
	return { slots: read.map((form, at) => slotOf(offset + at, form)), unknown: [unknown] };
}

/** A word as it is, where any paper has it. */
export async function formOf(word: string, store: TermStore): Promise<Form[]> {
	const term = stemOf(word);
	const hits = await store.hits(term);
	return hits ? [{ term, share: 1, hits }] : [];
}

// Of what only begins as a word does.
const beginningShare = 0.25;
const shortestBeginning = 3;

/** A word, what begins as it does where it may go on or is none itself, and what it has nearly become. */
async function formsOf({ part, isOpen }: QueryWord, store: TermStore): Promise<Form[]> {
	const goesOn = isOpen && part.length >= shortestBeginning;
	const [own, beginning] = await Promise.all([
		formOf(part, store),
		goesOn ? store.beginning(part) : undefined,
	]);
	if (own.length > 0 && !beginning) return own;
	const others = (beginning ?? (await store.beginning(part))).filter(
		(term) => term !== own[0]?.term,
	);
	const nearly = others.length + own.length === 0 && isOpen ? await nearlyTyped(part, store) : [];
	const forms = await Promise.all(
		[...others, ...nearly].map(async (term) => ({
			term,
			share: beginningShare,
			hits: (await store.hits(term))!,
		})),
	);
	return [...own, ...forms];
}

// `io` of `attentio`
const nearlyEndedRe = /(?:i|in|io|a|at|ati|atio|e)$/;

/** The term of a word whose ending is not typed yet: `attent` of `attentio`. */
async function nearlyTyped(part: string, store: TermStore): Promise<string[]> {
	const stem = part.replace(nearlyEndedRe, '');
	return stem !== part && (await store.hits(stem)) ? [stem] : [];
}

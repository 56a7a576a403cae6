import type { Query } from './query.ts';
import { sortWords, type QueryWord } from './query-words.ts';
import { formOf, readWord } from './read-word.ts';
import { slotOf, type Slot } from './slots.ts';
import type { Speller, UnknownWord } from './speller.ts';
import type { TermStore } from './term-store.ts';

/** The words of a query as the archive has them. */
export interface QueryReading {
	/** What is asked for. */
	readonly slots: readonly Slot[];
	/** What makes a paper likelier: the words that only ask, and names in one word. */
	readonly extras: readonly Slot[];
	/** All words in the order of the query, for titles that have them so. */
	readonly inOrder: readonly Slot[];
	/** What no paper has. The nearest word is searched in its place, where there is one. */
	readonly unknown: readonly UnknownWord[];
	/** What nearly every paper has, where nothing else is asked for. */
	readonly common: readonly string[];
}

/** Read the words of a query. */
export async function readQuery(
	query: Query,
	store: TermStore,
	spell: Speller,
): Promise<QueryReading> {
	const words = sortWords(query, await store.table());
	const { telling, asking, common, quoted } = words;
	const isFew = telling.length <= fewTelling;
	const spellFew = sparing(spell);
	const [read, others, names, between] = await Promise.all([
		Promise.all(telling.map((word) => readWord(word, store, spellFew))),
		readExtras([...asking, ...quoted], store),
		readExtras(words.names, store),
		readExtras(isFew ? common : [], store),
	]);
	const gains = read.map((word, at) => ({
		offset: telling[at]!.offset,
		gain: Math.max(0, word.slots.length - 1),
	}));
	const slots = read.flatMap((word, at) => shifted(word.slots, gains.slice(0, at)));
	const isNothing = telling.length + quoted.length + query.symbols.length === 0;
	return {
		slots,
		extras: [...others, ...names],
		inOrder: [...slots, ...shifted([...others, ...between], gains)].toSorted(
			(a, b) => a.offset - b.offset,
		),
		unknown: uniqueWords([
			...read.flatMap(({ unknown }) => unknown),
			...words.endless.map((word) => ({ word, nearest: [] })),
		]),
		common: isNothing ? common.map(({ text }) => text) : [],
	};
}

// Beside more words, `of` and `the` tell no title from another.
const fewTelling = 3;

// Each is compared with all words of the archive. So many are a text in another language, and no slips.
const mostSpelled = 12;

/** Spells the first words only; of the others no nearest words are known. */
function sparing(spell: Speller): Speller {
	let left = mostSpelled;
	return async (word) => (left-- > 0 ? spell(word) : { word, nearest: [] });
}

/** A word that is read as two, and how many words that is more. */
interface Gain {
	readonly offset: number;
	readonly gain: number;
}

/** Slots as far behind as words before them became longer. */
function shifted(slots: readonly Slot[], gains: readonly Gain[]): Slot[] {
	return slots.map((slot) => {
		const before = gains.filter(({ offset }) => offset < slot.offset);
		return { ...slot, offset: before.reduce((sum, { gain }) => sum + gain, slot.offset) };
	});
}

/** Of a compound, each part may be said to be unknown. */
function uniqueWords(unknown: readonly UnknownWord[]): UnknownWord[] {
	return [...new Map(unknown.map((word) => [word.word, word])).values()];
}

async function readExtras(words: readonly QueryWord[], store: TermStore): Promise<Slot[]> {
	const slots = words.map(async ({ part, offset }) => slotOf(offset, await formOf(part, store)));
	return (await Promise.all(slots)).filter(({ having }) => having > 0);
}

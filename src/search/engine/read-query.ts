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
	const [read, others, names, between] = await Promise.all([
		Promise.all(telling.map((word) => readWord(word, store, spell))),
		readExtras([...asking, ...quoted], store),
		readExtras(words.names, store),
		readExtras(isFew ? common : [], store),
	]);
	const slots = read.flatMap((word) => word.slots);
	const isNothing = telling.length + quoted.length + query.symbols.length === 0;
	return {
		slots,
		extras: [...others, ...names],
		inOrder: [...slots, ...others, ...between].toSorted((a, b) => a.offset - b.offset),
		unknown: uniqueWords(read.flatMap(({ unknown }) => unknown)),
		common: isNothing ? common.map(({ text }) => text) : [],
	};
}

// Beside more words, `of` and `the` tell no title from another.
const fewTelling = 3;

/** Of a compound, each part may be said to be unknown. */
function uniqueWords(unknown: readonly UnknownWord[]): UnknownWord[] {
	return [...new Map(unknown.map((word) => [word.word, word])).values()];
}

async function readExtras(words: readonly QueryWord[], store: TermStore): Promise<Slot[]> {
	const slots = words.map(async ({ part, offset }) => slotOf(offset, await formOf(part, store)));
	return (await Promise.all(slots)).filter(({ having }) => having > 0);
}

import type { PaperId } from '../model/id.ts';
import type { Ledger, LedgerLine } from '../model/ledger.ts';

// Part of every key that was given, so this list never changes.
const untelling = new Set(
	(
		'a an the and or not no of on in to for with from by at as into via using towards toward beyond is are be can ' +
		'do does did how what why when where which who we you i your our its it this that these those all new novel'
	).split(' '),
);

// Longer than most words; `Vision-Language-Action` is one word.
const longestWord = 20;

// The word of a title that has none in Latin letters.
const unnamed = 'paper';

/**
 * The names by which papers are cited, e.g. `inherent2025a`: the first telling word of the title under which
 * a paper was minted, the year, and a letter. `titles` are those titles as printed; a paper whose dump was withdrawn has none,
 * and is known by its id.
 *
 * A key is never given anew. The letter counts the earlier lines of the ledger whose titles can be read as
 * beginning with that word; what they read is in the ledger itself, so that neither a later paper nor a
 * withdrawn dump changes a letter.
 */
export function citeKeys(
	ledger: Ledger,
	titles: ReadonlyMap<PaperId, string>,
): Map<PaperId, string> {
	const words = new Map(Array.from(titles, ([id, title]) => [id, tellingWord(title)]));
	const sought = Map.groupBy(new Set(words.values()), beginningOf);
	const counts = new Map<string, number>();
	const keys = new Map<PaperId, string>();
	for (const { id, digest, title } of mintedLines(ledger)) {
		const year = digest.slice(0, 4);
		const own = words.get(id);
		keys.set(id, own === undefined ? id : own + year + letters(counts.get(own + year) ?? 0));
		const readings = beginningsOf(latin(title), sought);
		if (own !== undefined) readings.add(own);
		for (const word of readings) counts.set(word + year, (counts.get(word + year) ?? 0) + 1);
	}
	return keys;
}

/** The first line of each id, which minted it. */
export function mintedLines(ledger: Ledger): LedgerLine[] {
	const minted = new Map<PaperId, LedgerLine>();
	for (const line of ledger) if (!minted.has(line.id)) minted.set(line.id, line);
	return [...minted.values()];
}

/** `hyenadna` for “The HyenaDNA: Long-Range …”. */
function tellingWord(title: string): string {
	const words = title.split(/\s+/).map(latin);
	const word = words.find((candidate) => candidate !== '' && !untelling.has(candidate));
	return word?.slice(0, longestWord) ?? unnamed;
}

/** Letters and digits of a keyboard, without marks: `poincare` for “Poincaré,”. */
function latin(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '');
}

/** Of some words, by their beginnings, those with which a title without spaces can begin, when untelling words before them are skipped. */
function beginningsOf(title: string, sought: ReadonlyMap<string, readonly string[]>): Set<string> {
	const starts = new Set([0]);
	for (const start of starts)
		for (const word of untelling)
			if (title.startsWith(word, start)) starts.add(start + word.length);
	// Read as untelling to its end, it has none.
	const found = new Set(starts.has(title.length) ? [unnamed] : []);
	for (const start of starts)
		for (let length = 1; length <= beginningLength; length++)
			for (const word of sought.get(title.slice(start, start + length)) ?? [])
				if (title.startsWith(word, start)) found.add(word);
	return found;
}

// Long enough that few words share it.
const beginningLength = 4;

/** By which words are found: the letters that a word begins with, or all of a shorter one. */
function beginningOf(word: string): string {
	return word.slice(0, beginningLength);
}

/** `a` to `z`, then `aa`: 0 is `a`, 26 is `aa`. */
function letters(count: number): string {
	const last = String.fromCharCode(97 + (count % 26));
	return count < 26 ? last : letters(Math.floor(count / 26) - 1) + last;
}

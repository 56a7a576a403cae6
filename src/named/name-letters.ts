import { words } from '../language/words.ts';

/** A line of an index of names. */
export interface NameItem {
	readonly name: string;
	readonly link: string;
	readonly papers: number;
	/** Said behind the name, to tell two of one name apart. */
	readonly note?: string | undefined;
}

/** What a page says of each letter. */
export interface LetterName {
	/** As it stands in an address: `a`, `0-9`. */
	readonly id: string;
	/** As it is shown: “A”, “0–9 and others”. */
	readonly label: string;
}

/** The names under a letter. */
export interface NameLetter extends LetterName {
	readonly items: readonly NameItem[];
}

/** As many names as one page has; beyond, it has the largest, and the others by letter. */
export const mostOnOnePage = 250;

// Fixed, so that no machine's locale orders the list.
const collator = new Intl.Collator('en', { numeric: true });

/** The letter that a name stands under, accents aside: from A to Z, else with the digits, in whatever script it is. */
export function letterOf(name: string): LetterName {
	const first = name.normalize('NFKD').charAt(0).toLowerCase();
	return /[a-z]/.test(first)
		? { id: first, label: first.toUpperCase() }
		: { id: '0-9', label: words.system.noLetter };
}

/** Names from A to Z, each under its letter. */
export function nameLetters(items: readonly NameItem[]): NameLetter[] {
	const sorted = items.toSorted((a, b) => collator.compare(a.name, b.name));
	const groups = Map.groupBy(sorted, ({ name }) => letterOf(name).id);
	return Array.from(groups.values(), (items) => ({ ...letterOf(items[0]!.name), items }));
}

/** Those of most papers, most first. */
export function largestNames(items: readonly NameItem[], most: number): NameItem[] {
	return items
		.toSorted((a, b) => b.papers - a.papers || collator.compare(a.name, b.name))
		.slice(0, most);
}

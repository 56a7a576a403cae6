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
	/** As it is shown: “A”, “0–9”. */
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

/** Names from A to Z, accents aside; what begins with no letter is under 0–9. */
export function nameLetters(items: readonly NameItem[]): NameLetter[] {
	const sorted = items.toSorted((a, b) => collator.compare(a.name, b.name));
	const groups = Map.groupBy(sorted, ({ name }) => {
		const first = name.normalize('NFKD').charAt(0).toLowerCase();
		return /[a-z]/.test(first) ? first : '0-9';
	});
	return Array.from(groups, ([id, items]) => ({
		id,
		label: id === '0-9' ? '0–9' : id.toUpperCase(),
		items,
	}));
}

/** Those of most papers, most first. */
export function largestNames(items: readonly NameItem[], most: number): NameItem[] {
	return items
		.toSorted((a, b) => b.papers - a.papers || collator.compare(a.name, b.name))
		.slice(0, most);
}

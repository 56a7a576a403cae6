import type { PaperView } from '../../model/paper-view.ts';
import type { LetterView } from '../../model/view.ts';

type TitledPaper = Pick<PaperView, 'id' | 'title'>;

const letterIds = [...'abcdefghijklmnopqrstuvwxyz', '0-9', 'other'];

// Fixed, so that no machine's locale orders the list.
const collator = new Intl.Collator('en', { numeric: true });
// Quotes and the like before the first word: `"Why …`
const leadRe = /^[^\p{L}\p{N}]+/u;

/** The A–Z list: by the first letter or digit of the title, accents aside. */
export function letters(papers: readonly TitledPaper[]): LetterView[] {
	const groups = Map.groupBy(papers, ({ title }) => letterOf(title));
	return letterIds.map((id) => ({
		id,
		papers: (groups.get(id) ?? [])
			.toSorted(
				(a, b) => collator.compare(sortName(a), sortName(b)) || (a.id < b.id ? -1 : 1),
			)
			.map(({ id }) => id),
	}));
}

function sortName({ title }: TitledPaper): string {
	return title.replace(leadRe, '');
}

function letterOf(title: string): string {
	const first = /[\p{L}\p{N}]/u.exec(title)?.[0].normalize('NFKD').charAt(0).toLowerCase() ?? '';
	if (/[a-z]/.test(first)) return first;
	return /[0-9]/.test(first) ? '0-9' : 'other';
}

import { wayBit } from './claims.ts';
import { bitOf } from './name-contexts.ts';
import { isPlain } from './name-features.ts';
import type { TextNames } from './read-names.ts';

/** What the text of a paper says of names, and the day from which the archive has the paper. */
export interface DatedNames {
	readonly firstSeen: string;
	readonly text: TextNames;
}

// More are not told apart.
const most = 8;

const ownTitle = wayBit.head | wayBit.report;

/**
 * How many papers of earlier days use a name; eight stand for more. A paper whose title
 * begins with the name has it for a thing of its own, and is not counted: several have a PRISM.
 */
export function earlierPapers(
	papers: readonly DatedNames[],
): (form: string, day: string) => number {
	const firstDays = new Map<string, string[]>();
	for (const { text, firstSeen } of papers.toSorted((a, b) =>
		a.firstSeen < b.firstSeen ? -1 : a.firstSeen > b.firstSeen ? 1 : 0,
	)) {
		const used = text.forms.filter(
			({ form, ways, contexts }) =>
				(ways & ownTitle) === 0 && ((contexts & bitOf.middle) !== 0 || !isPlain(form)),
		);
		for (const key of new Set(used.map(({ form }) => spellingOf(form)))) {
			const days = firstDays.get(key);
			if (!days) firstDays.set(key, [firstSeen]);
			else if (days.length < most) days.push(firstSeen);
		}
	}
	return (form, day) =>
		(firstDays.get(spellingOf(form)) ?? []).filter((first) => first < day).length;
}

/** A name in its own case, without hyphens and spaces: CoCo is not COCO, nor a MAP the mAP. */
function spellingOf(form: string): string {
	return form.replace(/[ -]/g, '');
}

import { restorationRules, type RestorationKind } from '../../model/restoration.ts';
import type { PaperTexts } from '../../model/paper-view.ts';
import { receivedLabel } from '../index-files.ts';

// Quotation marks and dashes are not searched for.
const searchableKinds: ReadonlySet<RestorationKind> = new Set(['math', 'times']);

/** What is searched: the text as shown and, behind it, each formula as received, so that either form finds it. */
export function searchedTextOf({
	abstract,
	received,
}: Pick<PaperTexts, 'abstract' | 'received'>): string {
	const forms = formulasOf(received).map((change) => change.received);
	return forms.length === 0 ? abstract : `${abstract} ${receivedLabel}${forms.join(', ')}.`;
}

/** The formulas of a text, as received and as shown. */
export function formulasOf(received: PaperTexts['received']) {
	return (received?.changes ?? []).filter(({ rule }) =>
		searchableKinds.has(restorationRules[rule].kind),
	);
}

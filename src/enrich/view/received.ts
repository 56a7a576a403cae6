import type { RestoredSpan } from '../../model/restoration.ts';
import type { Change, ReceivedPart, ReceivedView } from '../../model/paper-view.ts';

interface Restored {
	readonly spans: readonly RestoredSpan[];
}

/** The texts as received with what was restored in them; nothing where they are shown as they came. */
export function viewReceived(
	received: { readonly title: string; readonly abstract: string },
	restored: { readonly title: Restored; readonly abstract: Restored },
): { received?: ReceivedView } {
	const title = restored.title.spans.filter(isChange);
	const abstract = restored.abstract.spans.filter(isChange);
	if (title.length + abstract.length === 0) return {};
	return {
		received: {
			title: partsOf(received.title, title),
			abstract: partsOf(received.abstract, abstract),
			changes: countChanges([
				...changesIn(received.title, title),
				...changesIn(received.abstract, abstract),
			]),
		},
	};
}

/** A link that shows its address is no change of the text. */
function isChange({ rule }: RestoredSpan): boolean {
	return rule !== 'address';
}

function partsOf(text: string, spans: readonly RestoredSpan[]): ReceivedPart[] {
	const parts: ReceivedPart[] = [];
	let at = 0;
	for (const { start, end, rule } of spans) {
		if (start > at) parts.push({ text: text.slice(at, start) });
		parts.push({ text: text.slice(start, end), rule });
		at = end;
	}
	if (at < text.length) parts.push({ text: text.slice(at) });
	return parts;
}

function changesIn(text: string, spans: readonly RestoredSpan[]): Change[] {
	return spans.map(({ start, end, rule, text: shown }) => ({
		received: text.slice(start, end),
		shown,
		rule,
		count: 1,
	}));
}

/** Equal changes once, with their number. */
function countChanges(changes: readonly Change[]): Change[] {
	const groups = Map.groupBy(changes, ({ received, shown, rule }) =>
		JSON.stringify([received, shown, rule]),
	);
	return [...groups.values()].map((group) => ({ ...group[0]!, count: group.length }));
}

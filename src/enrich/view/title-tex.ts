import type { RestoredSpan } from '../../model/restoration.ts';
import { escapeTex, formulaTex } from '../../text/escape-tex.ts';

/** A restored title in TeX, its formulas as they are typeset; nothing for one without a formula. */
export function viewTitleTex(
	received: string,
	{ spans }: { readonly spans: readonly RestoredSpan[] },
): { titleTex?: string } {
	if (!spans.some(({ tex }) => tex !== undefined)) return {};
	const parts: string[] = [];
	let at = 0;
	for (const { start, end, text, tex } of spans) {
		parts.push(escapeTex(received.slice(at, start)));
		parts.push(tex === undefined ? escapeTex(text) : formulaTex(tex));
		at = end;
	}
	parts.push(escapeTex(received.slice(at)));
	return { titleTex: parts.join('') };
}

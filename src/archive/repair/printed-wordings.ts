import type { FiledDigest } from '../../model/content.ts';
import { compareDigestIds, type DigestId } from '../../model/id.ts';
import type { LedgerLine, WordingKey } from '../../model/ledger.ts';
import { wordingId } from '../ledger.ts';
import type { TextsOfWordings } from '../related-wordings.ts';
import { wordingKey } from '../wording-key.ts';

/** What dumps print, by wording. */
export interface PrintedWordings {
	readonly texts: TextsOfWordings;
	/** Where a line's digest prints its wording, from 1. */
	readonly positionOf: (line: Omit<LedgerLine, 'id'>) => number | undefined;
	/** Every wording, with the digest that prints it first. */
	readonly printed: readonly (WordingKey & { readonly digest: DigestId })[];
}

/** Look up what dumps print. */
export function printedWordings(digests: readonly FiledDigest[]): PrintedWordings {
	const texts = new Map<string, string[]>();
	const positions = new Map<string, number>();
	const printed = new Map<string, WordingKey & { readonly digest: DigestId }>();
	const ordered = digests.toSorted((a, b) => compareDigestIds(a.digest.id, b.digest.id));
	for (const { digest } of ordered)
		digest.entries.forEach(({ title, abstract }, index) => {
			const key = wordingKey(title.text, abstract.text);
			const wording = wordingId(key);
			const place = `${digest.id}\n${wording}`;
			texts.set(wording, [...(texts.get(wording) ?? []), abstract.text]);
			if (!positions.has(place)) positions.set(place, index + 1);
			if (!printed.has(wording)) printed.set(wording, { ...key, digest: digest.id });
		});
	return {
		texts: (line) => texts.get(wordingId(line)),
		positionOf: (line) => positions.get(`${line.digest}\n${wordingId(line)}`),
		printed: [...printed.values()],
	};
}

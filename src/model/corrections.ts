import { z } from 'zod';
import type { DigestId, PaperId } from './id.ts';
import { day, digestId, paperId } from './schema.ts';

// Something that can be seen: no spaces, no controls, no invisible characters alone.
const visibleRe = /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]/u;
const expectedReason = 'a reason, for readers will ask';
const reason = z.string(expectedReason).trim().refine(isVisible, expectedReason);
const decision = { date: day, reason };

const merge = z.strictObject({ paper: paperId, into: paperId, ...decision }).readonly();
const split = z.strictObject({ paper: paperId, from: paperId, ...decision }).readonly();
const removal = z.strictObject({ paper: paperId, ...decision }).readonly();
const dumpChange = z
	.strictObject({
		digest: digestId,
		sha256: z
			.string()
			.regex(/^[0-9a-f]{64}$/, 'a SHA-256 of 64 hexadecimal digits')
			.optional(),
		withdrawn: z.literal('true', '`withdrawn: true`').optional(),
		...decision,
	})
	.refine(
		({ sha256, withdrawn }) => (sha256 === undefined) !== (withdrawn === undefined),
		'either `sha256` or `withdrawn: true`',
	)
	.readonly();
const textDecision = z
	.strictObject({
		paper: paperId,
		field: z.enum(['title', 'abstract'], '`title` or `abstract`'),
		received: z.string('the passage as received').min(1, 'the passage as received'),
		tex: z.string().min(1, 'TeX').optional(),
		text: z.string().optional(),
		keep: z.literal('true', '`keep: true`').optional(),
		...decision,
	})
	.refine(
		({ tex, text, keep }) => [tex, text, keep].filter((way) => way !== undefined).length === 1,
		'one of `tex`, `text` and `keep: true`',
	)
	.readonly();

/** `content/corrections.yaml`, all of its scalars text. */
export const correctionsSchema = z.strictObject({
	merged: listOf(merge),
	split: listOf(split),
	removed: listOf(removal),
	dumps: listOf(dumpChange),
	text: listOf(textDecision),
});

/** A list that may be left out, or be a key with nothing behind it. */
function listOf<Item extends z.ZodType>(item: Item) {
	return z.preprocess(
		(value) => (value === undefined || value === '' ? [] : value),
		z.array(item, 'a list').readonly(),
	);
}

/** A list of the corrections. */
export type CorrectionSection = keyof Corrections;

/** What an item of a list decides of; two on one thing contradict one another. */
export const subjectKeys: Readonly<Record<CorrectionSection, readonly string[]>> = {
	merged: ['paper'],
	split: ['paper', 'from'],
	removed: ['paper'],
	dumps: ['digest'],
	text: ['paper', 'field', 'received'],
};

/** What an item of a list decides of, on one line. */
export function subjectOf(section: CorrectionSection, item: object): string {
	const fields = item as Readonly<Record<string, string>>;
	return subjectKeys[section].map((key) => fields[key]).join(' ');
}

/** Whether there is anything to see in a text. */
export function isVisible(text: string): boolean {
	return visibleRe.test(text);
}

/** What persons decided, as `content/corrections.yaml` has it. */
export type Corrections = Readonly<z.infer<typeof correctionsSchema>>;

/** When and why a person decided something. */
export type Decision = Pick<Merge, 'date' | 'reason'>;

/** Two papers are one: `paper` leads to `into` from now on. */
export type Merge = z.infer<typeof merge>;

/** What was taken for one paper, `from`, is two: the ledger's wordings of `paper` are not its wordings. */
export type Split = z.infer<typeof split>;

/** A paper's text is shown nowhere any more. */
export type Removal = z.infer<typeof removal>;

/** A dump was changed, with the SHA-256 of its new bytes, or withdrawn, on purpose. */
export type DumpChange = z.infer<typeof dumpChange>;

/**
 * How a stretch of a paper's text is shown: as `tex` or `text`, or as received. Each place of the text
 * that has the passage is meant.
 */
export type TextDecision = z.infer<typeof textDecision>;

/** Where a paper leads by the merges, through all of them; itself if nowhere. */
export function mergeTarget({ merged }: Pick<Corrections, 'merged'>): (id: PaperId) => PaperId {
	const into = new Map(merged.map((merge) => [merge.paper, merge.into]));
	return (id) => {
		let target = id;
		for (let next = into.get(target); next !== undefined; next = into.get(target))
			target = next;
		return target;
	};
}

/** What each dump's bytes must be: as ingested, as corrected since, or nothing at all. */
export function expectedDumps(
	manifest: ReadonlyMap<DigestId, string>,
	{ dumps }: Pick<Corrections, 'dumps'>,
): Map<DigestId, string | undefined> {
	return new Map([...manifest, ...dumps.map(({ digest, sha256 }) => [digest, sha256] as const)]);
}

import { z } from 'zod';

const paperId = z.string().regex(/^[0-9a-z]{10}$/);
const digestId = z.string().regex(/^\d{4}-\d{2}-\d{2}(-\d+)?$/);
const day = z.iso.date();
const slug = z.string().min(1);
const name = z.string().min(1);

/** A line of `/data/papers.jsonl.gz`, unpacked. */
export const paperSchema = z.object({
	id: paperId.describe('Permanent; the last part of the address of the paper’s page'),
	citeKey: name.describe('Permanent; by which the files of citations name the paper'),
	title: z.string().describe('As shown: restored, with Unicode for formulas'),
	rawTitle: z.string().nullable().describe('As the feed printed it; null where it is as shown'),
	abstract: z.string().describe('As shown: restored, with Unicode for formulas'),
	rawAbstract: z
		.string()
		.nullable()
		.describe('As the feed printed it; null where it is as shown'),
	firstSeen: day.describe('Day of the first digest that printed it; not a day of publication'),
	lastSeen: day,
	revised: day.describe('Day from which the wording is known'),
	system: name.nullable().describe('The named system that the paper itself introduces'),
	systems: z.array(name).describe('All named systems that it mentions, its own first'),
	topics: z.array(name),
	links: z.array(z.object({ url: z.url(), kind: z.enum(['code', 'project', 'data', 'model']) })),
	digests: z.array(digestId).min(1).describe('The digests that printed it, oldest first'),
	authors: z
		.array(z.string())
		.optional()
		.describe('In the order of the paper; absent, like all below, where the feed did not say'),
	arxiv: z.string().optional().describe('Its id on arXiv'),
	published: day.optional().describe('The day on which it appeared on arXiv'),
	repository: z.string().optional(),
	keywords: z.array(z.string()).optional(),
	upvotes: z.int().optional(),
});

/** A line of `/data/digests.jsonl`. */
export const digestSchema = z.object({
	id: digestId.describe('Permanent; the last part of the address of the digest’s page'),
	day,
	sha256: z
		.string()
		.regex(/^[0-9a-f]{64}$/)
		.describe('Of the bytes of the dump, content/dumps/<id>.txt or .json in the repository'),
	entries: z
		.array(
			z.object({
				paper: paperId,
				status: z.enum(['new', 'known', 'revised', 'removed']),
				line: z.int().positive().nullable().describe('Of the title in the dump, from 1'),
			}),
		)
		.describe('In the order of the dump'),
});

/** A line of `/data/systems.jsonl`. */
export const systemSchema = z.object({
	slug: slug.describe('Permanent; the last part of the address of the system’s page'),
	name,
	aliases: z.array(name),
	introducedBy: paperId.nullable().describe('The paper of the archive that introduces it'),
	papers: z.array(paperId).describe('All papers that mention it'),
});

/** A line of `/data/topics.jsonl`. */
export const topicSchema = z.object({
	slug: slug.describe('Permanent; the last part of the address of the topic’s page'),
	name,
	papers: z.array(paperId),
});

/** The schemas by what they are of. */
export const schemas = {
	paper: paperSchema,
	digest: digestSchema,
	system: systemSchema,
	topic: topicSchema,
} as const;

/** What a record of the data is of. */
export type RecordKind = keyof typeof schemas;

export type PaperRecord = z.infer<typeof paperSchema>;
export type DigestRecord = z.infer<typeof digestSchema>;
export type SystemRecord = z.infer<typeof systemSchema>;
export type TopicRecord = z.infer<typeof topicSchema>;

/** A schema as JSON Schema, at a whole address. */
export function jsonSchema(kind: RecordKind, url: string): string {
	const schema = z.toJSONSchema(schemas[kind], { io: 'input' });
	return `${JSON.stringify({ $id: url, ...schema }, undefined, '\t')}\n`;
}

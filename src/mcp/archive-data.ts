import type { z } from 'zod';
import {
	digestSchema,
	paperSchema,
	systemSchema,
	topicSchema,
	type DigestRecord,
	type PaperRecord,
	type SystemRecord,
	type TopicRecord,
} from '../data/records.ts';
import { lazily } from '../search/engine/lazily.ts';

/** The records of a site, each kind fetched when it is first asked for. */
export interface ArchiveData {
	/** In the order of arrival. */
	papers(): Promise<readonly PaperRecord[]>;
	/** Oldest first. */
	digests(): Promise<readonly DigestRecord[]>;
	systems(): Promise<readonly SystemRecord[]>;
	topics(): Promise<readonly TopicRecord[]>;
	/** By its id, its key for citations, or the address of its page. */
	paper(name: string): Promise<PaperRecord | undefined>;
	/** The papers of these ids that are there, in this order. */
	papersOf(ids: Iterable<string>): Promise<PaperRecord[]>;
}

/** Make it of the files that a site says it has, the path of each by its name. */
export function readArchiveData(
	files: ReadonlyMap<string, string>,
	read: (path: string) => Promise<string>,
): ArchiveData {
	const records = <Schema extends z.ZodType>(name: string, schema: Schema) =>
		lazily(async () => {
			const path = files.get(name);
			if (path === undefined) throw new Error(`Unexpected lack of ${name} in the data`);
			return linesOf(await read(path)).map((line) => schema.parse(line));
		});
	const papers = records('papers', paperSchema);
	const byName = lazily(async () => {
		const all = await papers();
		return new Map(
			all.flatMap((paper) => [[paper.id, paper] as const, [paper.citeKey, paper]]),
		);
	});
	return {
		papers,
		digests: records('digests', digestSchema),
		systems: records('systems', systemSchema),
		topics: records('topics', topicSchema),
		paper: async (name) => (await byName()).get(pageRe.exec(name)?.[1] ?? name.trim()),
		papersOf: async (ids) => {
			const known = await byName();
			return Array.from(ids).flatMap((id) => known.get(id) ?? []);
		},
	};
}

// `https://example.org/repo/papers/k3v9q2x7mf/`
const pageRe = /\/papers\/([^/]+)/;

function linesOf(text: string): unknown[] {
	return text
		.split('\n')
		.filter((line) => line !== '')
		.map((line): unknown => JSON.parse(line));
}

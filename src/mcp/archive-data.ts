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

/** A file of the data: its path, and the address of the schema of its lines. */
export interface DataFile {
	readonly path: string;
	readonly schema?: string | undefined;
}

/** Make it of the files that a site says it has. */
export function readArchiveData(
	files: readonly DataFile[],
	read: (path: string) => Promise<string>,
): ArchiveData {
	// A large archive has a file for each year.
	const records = <Schema extends z.ZodType>(kind: string, schema: Schema) =>
		lazily(async () => {
			const own = files.filter((file) => file.schema?.endsWith(`/${kind}.json`));
			const texts = await Promise.all(own.map(({ path }) => read(path)));
			return texts.flatMap((text) => linesOf(text).map((line) => schema.parse(line)));
		});
	const papers = records('paper', paperSchema);
	const byName = lazily(async () => {
		const all = await papers();
		return new Map(
			all.flatMap((paper) => [[paper.id, paper] as const, [paper.citeKey, paper]]),
		);
	});
	return {
		papers,
		digests: records('digest', digestSchema),
		systems: records('system', systemSchema),
		topics: records('topic', topicSchema),
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

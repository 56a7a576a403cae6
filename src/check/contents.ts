import type { Finding } from './findings.ts';
import type { FileReading } from './read-file.ts';
import { textFileRe } from './read-index.ts';
import type { PageFacts } from './read-page.ts';
import type { XmlFacts } from './read-xml.ts';

/** A file that was read, and its SHA-256. */
export interface SummedReading extends FileReading {
	readonly sum: string;
}

/** What was read of a site, by the path of each file from its root. */
export type ReadFiles = ReadonlyMap<string, SummedReading>;

/** What the files of a site hold, each by its path from the root. */
export interface Contents {
	readonly pages: ReadonlyMap<string, PageFacts>;
	readonly xml: ReadonlyMap<string, XmlFacts>;
	/** Which other scripts each loads, as written. */
	readonly scripts: ReadonlyMap<string, readonly string[]>;
	/** Records of each file of data or XML; of each index the texts, by its folder (`/search-index/`). */
	readonly counts: ReadonlyMap<string, number>;
	/** The tables of contents of the indexes. */
	readonly heads: ReadonlyMap<string, unknown>;
	readonly sums: ReadonlyMap<string, string>;
	readonly findings: readonly Finding[];
}

/** Put together what was read of files, in the order in which they are named. */
export function contentsOf(files: Iterable<string>, read: ReadFiles): Contents {
	const pages = new Map<string, PageFacts>();
	const xml = new Map<string, XmlFacts>();
	const scripts = new Map<string, readonly string[]>();
	const counts = new Map<string, number>();
	const heads = new Map<string, unknown>();
	const sums = new Map<string, string>();
	const findings: Finding[] = [];
	for (const file of files) {
		const reading = read.get(file);
		if (!reading) continue;
		const { facts } = reading;
		sums.set(file, reading.sum);
		findings.push(...reading.findings);
		if (facts.page) pages.set(file, facts.page);
		if (facts.xml) xml.set(file, facts.xml);
		if (facts.scripts) scripts.set(file, facts.scripts);
		if (facts.records !== undefined) counts.set(file, facts.records);
		if (facts.head !== undefined) heads.set(file, facts.head);
		if (textFileRe.test(file)) {
			const folder = file.slice(0, file.indexOf('/', 1) + 1);
			counts.set(folder, (counts.get(folder) ?? 0) + (facts.records ?? 0));
		}
	}
	return { pages, xml, scripts, counts, heads, sums, findings };
}

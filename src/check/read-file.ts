import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { error, type CheckRule, type Finding } from './findings.ts';
import { countRecords } from './read-data.ts';
import { indexFileRe, readIndexFile, textFileRe } from './read-index.ts';
import { readPage, type PageFacts } from './read-page.ts';
import { readXml, type XmlFacts } from './read-xml.ts';

/** What the files of a site hold, each by its path from the root. */
export interface Contents {
	/** Where scripts, pictures and forms may come from. */
	readonly origin: string;
	readonly pages: Map<string, PageFacts>;
	readonly xml: Map<string, XmlFacts>;
	/** Which other scripts each loads, as written. */
	readonly scripts: Map<string, readonly string[]>;
	/** Records of each file of data or XML; of each index the texts, by its folder (`/search-index/`). */
	readonly counts: Map<string, number>;
	/** The tables of contents of the indexes. */
	readonly heads: Map<string, unknown>;
	readonly sums: Map<string, string>;
	readonly findings: Finding[];
	readonly keep: KeepFacts;
}

/** Gives what is known of a page by its sum, or reads it. */
export type KeepFacts = (sum: string, read: () => PageFacts) => PageFacts;

/** What is known of a site to be published at `origin` before a file was read. */
export function emptyContents(origin: string, keep: KeepFacts = (_sum, read) => read()): Contents {
	return {
		origin,
		pages: new Map(),
		xml: new Map(),
		scripts: new Map(),
		counts: new Map(),
		heads: new Map(),
		sums: new Map(),
		findings: [],
		keep,
	};
}

type Read = (file: string, bytes: Buffer, into: Contents) => void;

/** What can be read strictly: by which names, how, and the rule that a fault breaks. */
const kinds: readonly (readonly [name: RegExp, rule: CheckRule, read: Read])[] = [
	[/\.html$/, 'page-structure', readHtml],
	[/\.(?:xml|svg)$/, 'malformed-xml', readMarkup],
	[/\.js$/, 'broken-link', readScript],
	[/\.(?:jsonl?|csv|webmanifest)$/, 'malformed-data', readRecords],
	[/\.jsonl\.gz$/, 'malformed-data', readPacked],
	[indexFileRe, 'malformed-index', readIndex],
];

const textRe = /\.(?:html|xml|svg|jsonl?|csv|txt|css|js|webmanifest)$/;

// JSON may hold any character, and escapes the controls.
const shownRe = /\.(?:html|xml|svg|csv|txt)$/;

// What no text that is shown may hold: controls, and what Unicode keeps for no character.
const forbiddenRe = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/;

/** Read a file as what its name says, as strictly as its readers will. Gives what is wrong with it. */
export function readFile(file: string, bytes: Buffer, into: Contents): Finding[] {
	const findings: Finding[] = [];
	if (textRe.test(file) && !isUtf8(bytes))
		findings.push(error('malformed-text', file, 'It is not UTF-8'));
	if (shownRe.test(file) && forbiddenRe.test(bytes.toString()))
		findings.push(error('malformed-text', file, 'It holds a control character'));
	for (const [name, rule, read] of kinds) {
		if (!name.test(file)) continue;
		try {
			read(file, bytes, into);
		} catch (fault) {
			findings.push(error(rule, file, `It cannot be read: ${(fault as Error).message}`));
		}
	}
	return findings;
}

function readHtml(file: string, bytes: Buffer, { pages, sums, origin, keep }: Contents): void {
	pages.set(
		file,
		keep(sums.get(file)!, () => readPage(bytes.toString(), origin)),
	);
}

function readMarkup(file: string, bytes: Buffer, { xml, counts }: Contents): void {
	const facts = readXml(bytes.toString());
	if (file.endsWith('.svg')) return;
	xml.set(file, facts);
	counts.set(file, facts.records);
}

// `"./href.DA2_OQGd.js"` of an import, `/repo/_astro/keyboard-C05GbIDy.js` of what is loaded later
const scriptRe = /["'`](\.{1,2}\/[^"'`\s]+\.js|\/[^"'`\s]*_astro\/[^"'`\s]+\.js)["'`]/g;

function readScript(file: string, bytes: Buffer, { scripts }: Contents): void {
	scripts.set(
		file,
		Array.from(bytes.toString().matchAll(scriptRe), ([, script]) => script!),
	);
}

function readRecords(file: string, bytes: Buffer, { counts }: Contents): void {
	counts.set(file, countRecords(file, bytes.toString()));
}

function readPacked(file: string, bytes: Buffer, into: Contents): void {
	const text = new TextDecoder('utf-8', { fatal: true }).decode(gunzipSync(bytes));
	into.counts.set(file, countRecords(file.replace(/\.gz$/, ''), text));
}

function readIndex(file: string, bytes: Buffer, { counts, heads }: Contents): void {
	const content = readIndexFile(file, bytes);
	if (file.endsWith('/terms.json')) heads.set(file, content);
	const folder = file.slice(0, file.indexOf('/', 1) + 1);
	if (textFileRe.test(file)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
}

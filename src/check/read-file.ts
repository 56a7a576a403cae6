import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import { error, type CheckRule, type Finding } from './findings.ts';
import { countLines, countRecords } from './read-data.ts';
import { indexFileRe, readIndexFile, textFileRe } from './read-index.ts';
import { readPage, type PageFacts } from './read-page.ts';
import { readXml, type XmlFacts } from './read-xml.ts';

/** What a file says that can be checked: plain JSON. */
export interface FileFacts {
	readonly page?: PageFacts;
	readonly xml?: XmlFacts;
	/** Which other scripts a script loads, as written. */
	readonly scripts?: readonly string[];
	/** How many there are in a file of data or XML. */
	readonly records?: number;
	/** The table of contents of an index. */
	readonly head?: unknown;
}

/** Reads a file of a site to be published at `origin`. */
type Read = (file: string, bytes: Buffer, origin: string) => FileFacts;

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

/** What was read of a file, and what is wrong with it. */
export interface FileReading {
	readonly facts: FileFacts;
	readonly findings: readonly Finding[];
}

/** Read a file as what its name says, as strictly as its readers will. */
export function readFile(file: string, bytes: Buffer, origin: string): FileReading {
	const findings: Finding[] = [];
	const facts: FileFacts = {};
	if (textRe.test(file) && !isUtf8(bytes))
		findings.push(error('malformed-text', file, 'It is not UTF-8'));
	if (shownRe.test(file) && forbiddenRe.test(bytes.toString()))
		findings.push(error('malformed-text', file, 'It holds a control character'));
	for (const [name, rule, read] of kinds) {
		if (!name.test(file)) continue;
		try {
			// What a parser gives are slices, and each keeps the whole file in memory.
			Object.assign(facts, JSON.parse(JSON.stringify(read(file, bytes, origin))));
		} catch (fault) {
			findings.push(error(rule, file, `It cannot be read: ${(fault as Error).message}`));
		}
	}
	return { facts, findings };
}

/**
 * Make what gives facts in which the same texts are one. Most of what a page says others say too, and each has its own
 * from a parser.
 */
export function createSharer(): (facts: FileFacts) => FileFacts {
	const known = new Map<string, string>();
	const share = (text: string): string => {
		const own = known.get(text);
		if (own === undefined) known.set(text, text);
		return own ?? text;
	};
	return ({ page, ...facts }) => {
		if (!page) return facts;
		const policy = page.policy && share(page.policy);
		return { ...facts, page: { ...page, links: page.links.map(share), policy } };
	};
}

function readHtml(_file: string, bytes: Buffer, origin: string): FileFacts {
	return { page: readPage(bytes.toString(), origin) };
}

function readMarkup(file: string, bytes: Buffer): FileFacts {
	const xml = readXml(bytes.toString());
	return file.endsWith('.svg') ? {} : { xml, records: xml.records };
}

// `"./href.DA2_OQGd.js"` of an import, `/repo/_astro/keyboard-C05GbIDy.js` of what is loaded later
const scriptRe = /["'`](\.{1,2}\/[^"'`\s]+\.js|\/[^"'`\s]*_astro\/[^"'`\s]+\.js)["'`]/g;

function readScript(_file: string, bytes: Buffer): FileFacts {
	return { scripts: Array.from(bytes.toString().matchAll(scriptRe), ([, script]) => script!) };
}

function readRecords(file: string, bytes: Buffer): FileFacts {
	return { records: countRecords(file, bytes.toString()) };
}

function readPacked(_file: string, bytes: Buffer): FileFacts {
	return { records: countLines(gunzipSync(bytes)) };
}

function readIndex(file: string, bytes: Buffer): FileFacts {
	const content = readIndexFile(file, bytes);
	if (textFileRe.test(file)) return { records: (content as readonly unknown[]).length };
	return file.endsWith('/terms.json') ? { head: content } : {};
}

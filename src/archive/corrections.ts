import type { VFile } from 'vfile';
import {
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	type Document,
	type Node,
	type ParsedNode,
} from 'yaml';
import { report, type Place } from '../diagnostics.ts';
import type {
	Corrections,
	DumpChange,
	Merge,
	Removal,
	TextDecision,
} from '../model/corrections.ts';
import { isDay, isDigestId, isPaperId, type DigestId, type PaperId } from '../model/id.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Paper } from '../model/paper.ts';
import type { Manifest } from './manifest.ts';

/** The lists of the file. */
type Section = keyof Corrections;

const sections: ReadonlySet<string> = new Set<Section>(['merged', 'removed', 'dumps', 'text']);

// Every scalar is a string, so that an id such as `4040404040` or a day is what it looks like.
const yamlOptions = { schema: 'failsafe' } as const;

const sha256Re = /^[0-9a-f]{64}$/;

const heading = ' What a person decided. Written by `npm run correct`, read by every build.\n';

interface Source {
	readonly file: VFile;
	readonly place: Place;
}

/**
 * Read the corrections. What is no correction, names a paper or a digest that the archive does not
 * have, or leads in a circle is reported on the file with its line.
 */
export function parseCorrections(file: VFile, ledger: Ledger, manifest: Manifest): Corrections {
	const lines = new LineCounter();
	const document = parseDocument(String(file), { ...yamlOptions, lineCounter: lines });
	const placeOf = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { line, column: col };
	};
	for (const { message, pos } of document.errors) {
		report(file, 'invalid-correction', message.split('\n')[0]!, placeOf(pos[0]));
	}
	if (document.errors.length > 0) return { merged: [], removed: [], dumps: [], text: [] };
	reportUnknownSections(document, file, placeOf);

	const papers = new Set(ledger.map(({ id }) => id));
	const read = <Item>(
		section: Section,
		parse: (fields: Fields, source: Source) => Item | undefined,
	) =>
		itemsOf(document, section, file, placeOf).flatMap(({ fields, source }) => {
			const item = parse(fields, source);
			if (item === undefined)
				report(file, 'invalid-correction', JSON.stringify(fields), source.place);
			return item ?? [];
		});
	const corrections: Corrections = {
		merged: read('merged', (fields, source) => parseMerge(fields, papers, source)),
		removed: read('removed', (fields, source) => parseRemoval(fields, papers, source)),
		dumps: read('dumps', (fields, source) => parseDumpChange(fields, manifest, source)),
		text: read('text', (fields, source) => parseTextDecision(fields, papers, source)),
	};
	reportCircles(corrections.merged, file);
	return corrections;
}

type Fields = Readonly<Record<string, string>>;

function reportUnknownSections(
	document: Document,
	file: VFile,
	placeOf: (offset: number) => Place,
): void {
	const root = document.contents as ParsedNode | null;
	if (root === null || (isMap(root) && root.items.every(({ key }) => sections.has(String(key)))))
		return;
	report(file, 'invalid-correction', String(root).trim(), placeOf(root.range[0]));
}

function itemsOf(
	document: Document,
	section: Section,
	file: VFile,
	placeOf: (offset: number) => Place,
) {
	const list = document.get(section, true) as Node | null | undefined;
	// `removed:` with nothing behind it is an empty list.
	if (!list || (isScalar(list) && list.value === '')) return [];
	if (!isSeq(list)) {
		report(file, 'invalid-correction', `${section}: ${String(list)}`, placeOf(list.range![0]));
		return [];
	}
	return (list.items as ParsedNode[]).map((node) => ({
		fields: fieldsOf(node, document),
		source: { file, place: placeOf(node.range[0]) },
	}));
}

/** An item's fields, those that are text; what is missing is said by who needs it. */
function fieldsOf(node: ParsedNode, document: Document): Fields {
	if (!isMap(node)) return {};
	const fields = Object.entries(node.toJS(document) as Record<string, unknown>);
	return Object.fromEntries(
		fields.filter((field): field is [string, string] => typeof field[1] === 'string'),
	);
}

function parseDecision({ date, reason }: Fields) {
	return date !== undefined && isDay(date) && reason ? { date, reason } : undefined;
}

function parsePaper(id: string | undefined, papers: ReadonlySet<PaperId>, { file, place }: Source) {
	if (id === undefined || !isPaperId(id)) return undefined;
	if (!papers.has(id)) report(file, 'unknown-paper', id, place);
	return id;
}

function parseMerge(
	fields: Fields,
	papers: ReadonlySet<PaperId>,
	source: Source,
): Merge | undefined {
	const decision = parseDecision(fields);
	const paper = parsePaper(fields['paper'], papers, source);
	const into = parsePaper(fields['into'], papers, source);
	return decision && paper && into && { paper, into, ...decision };
}

function parseRemoval(
	fields: Fields,
	papers: ReadonlySet<PaperId>,
	source: Source,
): Removal | undefined {
	const decision = parseDecision(fields);
	const paper = parsePaper(fields['paper'], papers, source);
	return decision && paper && { paper, ...decision };
}

function parseDumpChange(
	fields: Fields,
	manifest: Manifest,
	{ file, place }: Source,
): DumpChange | undefined {
	const decision = parseDecision(fields);
	const { digest, sha256, withdrawn } = fields;
	if (!decision || !digest || !isDigestId(digest)) return undefined;
	if (!manifest.has(digest)) report(file, 'unknown-digest', digest, place);
	if (withdrawn === 'true' && sha256 === undefined) return { digest, sha256, ...decision };
	return sha256 !== undefined && sha256Re.test(sha256)
		? { digest, sha256, ...decision }
		: undefined;
}

function parseTextDecision(
	fields: Fields,
	papers: ReadonlySet<PaperId>,
	source: Source,
): TextDecision | undefined {
	const decision = parseDecision(fields);
	const paper = parsePaper(fields['paper'], papers, source);
	const { field, received } = fields;
	const show = parseShown(fields);
	if (!decision || !paper || !show || !received) return undefined;
	if (field !== 'title' && field !== 'abstract') return undefined;
	return { paper, field, received, show, line: source.place.line, ...decision };
}

/** What is shown in the place of a passage; one of three, said once. */
function parseShown({ tex, text, keep }: Fields): TextDecision['show'] | undefined {
	if ([tex, text, keep].filter((field) => field !== undefined).length !== 1) return undefined;
	if (tex) return { as: 'formula', tex };
	if (text !== undefined) return { as: 'text', text };
	return keep === 'true' ? { as: 'received' } : undefined;
}

/** Report decisions on passages that no wording of their paper has. */
export function reportUnknownPassages(
	decisions: readonly TextDecision[],
	papers: readonly Paper[],
	file: VFile,
): void {
	const revisions = new Map(papers.map((paper) => [paper.id, paper.revisions]));
	for (const { paper, field, received, line } of decisions) {
		// A removed paper has none any more.
		const wordings = revisions.get(paper) ?? [];
		const isKnown = wordings.some((revision) => revision[field].includes(received));
		if (wordings.length > 0 && !isKnown) {
			report(file, 'unknown-passage', `${received} in ${paper}`, { line, column: 1 });
		}
	}
}

function reportCircles(merged: readonly Merge[], file: VFile): void {
	const into = new Map(merged.map((merge) => [merge.paper, merge.into]));
	for (const { paper } of merged) {
		const met = new Set<PaperId>();
		let next: PaperId | undefined = paper;
		while (next !== undefined && !met.has(next)) {
			met.add(next);
			next = into.get(next);
		}
		if (next === paper) report(file, 'circular-merge', paper);
	}
}

/** Where a paper leads to by the merges, itself if nowhere. */
export function mergeTarget(corrections: Corrections): (id: PaperId) => PaperId {
	const into = new Map(corrections.merged.map((merge) => [merge.paper, merge.into]));
	return (id) => {
		let target = id;
		for (let next = into.get(target); next !== undefined; next = into.get(target))
			target = next;
		return target;
	};
}

/** What each dump's bytes must be: as ingested, as corrected since, or nothing at all. */
export function expectedDumps(
	manifest: Manifest,
	corrections: Corrections,
): Map<DigestId, string | undefined> {
	return new Map([
		...manifest,
		...corrections.dumps.map(({ digest, sha256 }) => [digest, sha256] as const),
	]);
}

/** A change of the corrections, made by a person. */
export type Correction =
	| ({ readonly section: 'merged' } & Merge)
	| ({ readonly section: 'removed' } & Removal)
	| ({ readonly section: 'dumps' } & DumpChange)
	| ({ readonly section: 'text' } & TextDecision);

/** The text of the corrections with one more; its comments stay. An earlier one of the same thing gives way. */
export function addCorrection(text: string, { section, ...item }: Correction): string {
	const document: Document = parseDocument(text, yamlOptions);
	if (document.contents === null) {
		document.contents = document.createNode({});
		document.commentBefore = heading.trimEnd();
	}
	const key = section === 'dumps' ? 'digest' : 'paper';
	dropItems(document, section, key, (item as unknown as Fields)[key]!);
	const fields =
		'digest' in item && item.sha256 === undefined ? { ...item, withdrawn: 'true' } : item;
	const order = ['paper', 'into', 'digest', 'sha256', 'withdrawn', 'date', 'reason'];
	const entries = order.flatMap((name) => {
		const value = (fields as Record<string, string | undefined>)[name];
		return value === undefined ? [] : [[name, value] as const];
	});
	const node = document.createNode(Object.fromEntries(entries));
	if (isSeq(document.get(section))) document.addIn([section], node);
	else document.set(section, document.createNode([node]));
	return document.toString({ lineWidth: 100 });
}

/** The text of the corrections without what was decided of a paper. */
export function dropCorrections(text: string, paper: PaperId): string {
	const document = parseDocument(text, yamlOptions);
	const isDropped = [
		dropItems(document, 'merged', 'paper', paper),
		dropItems(document, 'removed', 'paper', paper),
	].includes(true);
	return isDropped ? document.toString({ lineWidth: 100 }) : text;
}

/** Take the items of one thing out of a list; whether there were any. */
function dropItems(document: Document, section: Section, key: string, value: string): boolean {
	const list = document.get(section);
	if (!isSeq(list)) return false;
	const left = list.items.filter((item) => !isMap(item) || item.get(key) !== value);
	const isDropped = left.length < list.items.length;
	list.items = left;
	if (left.length === 0) document.delete(section);
	return isDropped;
}

import { isMap, isSeq, parseDocument, type Document, type YAMLSeq } from 'yaml';
import {
	subjectKeys,
	subjectOf,
	type Corrections,
	type CorrectionSection,
} from '../../model/corrections.ts';
import type { DigestId, PaperId } from '../../model/id.ts';
import { yamlOptions } from './read-yaml.ts';

/** A decision, and the list that it belongs to. */
export type Correction = {
	readonly [Section in CorrectionSection]: {
		readonly section: Section;
		readonly item: Corrections[Section][number];
	};
}[CorrectionSection];

const heading = ' What a person decided. Written by `npm run correct`, read by every build.';
const order =
	'paper into from digest sha256 withdrawn field received tex text keep date reason'.split(' ');
const width = { lineWidth: 100 };

/** The text of the corrections with one more; its comments stay. An earlier one of the same thing gives way. */
export function addCorrection(text: string, { section, item }: Correction): string {
	const document: Document = parseDocument(text, yamlOptions);
	if (document.contents === null) {
		document.contents = document.createNode({});
		document.commentBefore = heading;
	}
	// What the last decision was taken out of is left as `{}`, and would go on on one line.
	if (isMap(document.contents)) document.contents.flow = false;
	dropItems(document, section, subjectKeys[section], subjectOf(section, item));
	const fields = item as Readonly<Record<string, string | undefined>>;
	// What is `undefined` is not written.
	const node = document.createNode(Object.fromEntries(order.map((name) => [name, fields[name]])));
	if (isSeq(document.get(section))) document.addIn([section], node);
	else document.set(section, document.createNode([node]));
	return document.toString(width);
}

/**
 * The text of the corrections with each section once: of two branches that each began it at another place
 * Git keeps both, and sees no conflict.
 */
export function joinSections(text: string): string {
	const document: Document = parseDocument(text, { ...yamlOptions, uniqueKeys: false });
	if (document.errors.length > 0 || !isMap(document.contents)) return text;
	const sections = new Map<string, YAMLSeq>();
	const { items } = document.contents;
	const left = items.filter(({ key, value }) => {
		const first = sections.get(String(key));
		if (first && isSeq(value)) first.items.push(...value.items);
		else if (isSeq(value)) sections.set(String(key), value);
		return !first || !isSeq(value);
	});
	if (left.length === items.length) return text;
	document.contents.items = left;
	return document.toString(width);
}

/** The text of the corrections without one; its comments stay. */
export function dropCorrection(text: string, { section, item }: Correction): string {
	return dropFrom(text, [section], subjectKeys[section], subjectOf(section, item));
}

/** The text of the corrections without what was decided of a paper, but for its being split from another. */
export function dropPaperCorrections(text: string, paper: PaperId): string {
	return dropFrom(text, ['merged', 'removed'], ['paper'], paper);
}

/** The text of the corrections without what was decided of a dump. */
export function dropDumpCorrections(text: string, digest: DigestId): string {
	return dropFrom(text, ['dumps'], ['digest'], digest);
}

function dropFrom(
	text: string,
	sections: readonly CorrectionSection[],
	keys: readonly string[],
	subject: string,
): string {
	const document = parseDocument(text, yamlOptions);
	const dropped = sections.map((section) => dropItems(document, section, keys, subject));
	return dropped.includes(true) ? document.toString(width) : text;
}

/** Take the items on one thing out of a list; whether there were any. */
function dropItems(
	document: Document,
	section: CorrectionSection,
	keys: readonly string[],
	subject: string,
): boolean {
	const list = document.get(section);
	if (!isSeq(list)) return false;
	const left = list.items.filter(
		(item) => !isMap(item) || keys.map((key) => item.get(key)).join(' ') !== subject,
	);
	const isDropped = left.length < list.items.length;
	list.items = left;
	if (left.length === 0) document.delete(section);
	return isDropped;
}

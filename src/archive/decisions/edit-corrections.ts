import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import type { DumpChange, Merge, Removal } from '../../model/corrections.ts';
import type { PaperId } from '../../model/id.ts';
import { yamlOptions } from './read-yaml.ts';

/** A decision that a command adds to the corrections. */
export type Correction =
	| { readonly section: 'merged'; readonly item: Merge }
	| { readonly section: 'removed'; readonly item: Removal }
	| { readonly section: 'dumps'; readonly item: DumpChange };

const heading = ' What a person decided. Written by `npm run correct`, read by every build.';
const order = ['paper', 'into', 'digest', 'sha256', 'withdrawn', 'date', 'reason'];
const width = { lineWidth: 100 };

/** The text of the corrections with one more; its comments stay. An earlier one of the same thing gives way. */
export function addCorrection(text: string, { section, item }: Correction): string {
	const document: Document = parseDocument(text, yamlOptions);
	if (document.contents === null) {
		document.contents = document.createNode({});
		document.commentBefore = heading;
	}
	const fields = item as Readonly<Record<string, string | undefined>>;
	const key = section === 'dumps' ? 'digest' : 'paper';
	dropItems(document, section, key, fields[key]!);
	const known = order.filter((name) => fields[name] !== undefined);
	const node = document.createNode(Object.fromEntries(known.map((name) => [name, fields[name]])));
	if (isSeq(document.get(section))) document.addIn([section], node);
	else document.set(section, document.createNode([node]));
	return document.toString(width);
}

/** The text of the corrections without what was decided of a paper. */
export function dropCorrections(text: string, paper: PaperId): string {
	const document = parseDocument(text, yamlOptions);
	const isDropped = [
		dropItems(document, 'merged', 'paper', paper),
		dropItems(document, 'removed', 'paper', paper),
	].includes(true);
	return isDropped ? document.toString(width) : text;
}

/** Take the items of one thing out of a list; whether there were any. */
function dropItems(
	document: Document,
	section: Correction['section'],
	key: string,
	value: string,
): boolean {
	const list = document.get(section);
	if (!isSeq(list)) return false;
	const left = list.items.filter((item) => !isMap(item) || item.get(key) !== value);
	const isDropped = left.length < list.items.length;
	list.items = left;
	if (left.length === 0) document.delete(section);
	return isDropped;
}

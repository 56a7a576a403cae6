import type { VFile } from 'vfile';
import { report } from '../diagnostics.ts';
import { isPaperId, type PaperId } from '../model/id.ts';
import {
	isNameKind,
	isPageLevel,
	lineOf,
	linesByKey,
	type NamedFind,
	type NameLine,
} from '../model/names.ts';
import { readJsonObject } from './json-line.ts';

const slugRe = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
// Longer ones are cut between words; a folder's name must fit every file system.
const longestSlug = 60;
// `con`, `com1`: on Windows the name of a device, and of no folder.
const deviceRe = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/;

/** Read the names, one JSON object a line. What is none, or gives an address twice, is reported on the file. */
export function parseNames(file: VFile): NameLine[] {
	const taken = new Set<string>();
	return nameLines(file, ({ kind, slug, pages }) => {
		const place = [kind, slug, pages].join(' ');
		return !taken.has(place) && taken.add(place) !== undefined;
	});
}

/** Read lines of names, whatever they say. What is none, or is refused, is reported on the file. */
export function nameLines(file: VFile, isAccepted: (line: NameLine) => boolean): NameLine[] {
	return String(file)
		.split('\n')
		.flatMap((text, index) => {
			if (text === '') return [];
			const line = parseLine(text);
			if (line && isAccepted(line)) return line;
			report(file, 'invalid-name-line', text, { line: index + 1, column: 1 });
			return [];
		});
}

/** Report names of systems that are of papers which the ledger does not have: another archive's. */
export function reportForeignNames(
	names: readonly NameLine[],
	isKnown: (id: PaperId) => boolean,
	file: VFile,
): void {
	for (const { slug, paper } of names)
		if (paper !== undefined && !isKnown(paper)) report(file, 'foreign-name', slug);
}

function parseLine(text: string): NameLine | undefined {
	const { kind, slug, key, paper, pages } = readJsonObject(text) ?? {};
	if (!isNameKind(kind)) return undefined;
	if (typeof slug !== 'string' || !slugRe.test(slug) || typeof key !== 'string') return undefined;
	if (isPageLevel(pages)) return { kind, slug, key, pages };
	if (paper === undefined && pages === undefined) return { kind, slug, key };
	return typeof paper === 'string' && isPaperId(paper) ? { kind, slug, key, paper } : undefined;
}

/** The text of name lines, each with its line end. */
export function formatNames(lines: readonly NameLine[]): string {
	return lines
		.map(
			({ kind, slug, key, paper, pages }) =>
				`${JSON.stringify({ kind, slug, key, ...(paper && { paper }), ...(pages && { pages }) })}\n`,
		)
		.join('');
}

/** Addresses for what was found and has none: the name's own, or with a number behind it where that is taken. */
export function mintNames(
	names: readonly NameLine[],
	finds: readonly NamedFind[],
	targetOf: (id: PaperId) => PaperId,
): NameLine[] {
	const lines = linesByKey(names);
	const taken = new Set(names.map(({ kind, slug }) => `${kind} ${slug}`));
	const isTaken = (kind: NameLine['kind'], slug: string) =>
		taken.has(`${kind} ${slug}`) || (kind !== 'question' && deviceRe.test(slug));
	return finds.flatMap((find) => {
		if (lineOf(find, lines, targetOf)) return [];
		const { kind, key, name, paper } = find;
		const base = slugOf(name);
		let slug = base;
		for (let number = 2; isTaken(kind, slug); number++) slug = `${base}-${number}`;
		taken.add(`${kind} ${slug}`);
		return { kind, slug, key, ...(paper && { paper }) };
	});
}

/** A name as the last part of an address: `state-space-models`, `gsm-plus-plus`. */
function slugOf(name: string): string {
	const plain = name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/\+/g, ' plus ')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	const cut =
		plain.length > longestSlug ? plain.slice(0, longestSlug).replace(/-[^-]*$/, '') : plain;
	return cut === '' ? 'name' : cut;
}

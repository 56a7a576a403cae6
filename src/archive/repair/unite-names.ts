import type { DigestId, PaperId } from '../../model/id.ts';
import { compareDigestIds } from '../../model/id.ts';
import type { NameLine } from '../../model/names.ts';
import { nameAddress, nameMeaning, nameOfMeaning } from '../meanings.ts';
import { compareTexts } from './compare-texts.ts';

/** What is known of names beside their lines. */
export interface NamesContext {
	/** What addresses mean, in the order in which they were given, as the register that is to be extended says. */
	readonly fixed: ReadonlyMap<string, string>;
	/** Address and meaning, as the register of any branch says. */
	readonly given: readonly (readonly [address: string, means: string])[];
	/** The digest that first printed a paper. */
	readonly firstDigest: ReadonlyMap<PaperId, DigestId>;
}

/** The lines of both sides, an address once. */
export interface UnitedNames {
	readonly lines: readonly NameLine[];
	/** What has to be given another address, because its own went to another. */
	readonly displaced: readonly NameLine[];
}

/**
 * Bring the names of two branches together. An address that both gave to different names stays with
 * the one that the register says, else with the one of the earlier paper.
 */
export function uniteNames(lines: readonly NameLine[], context: NamesContext): UnitedNames {
	const given = context.given.flatMap(([address, means]) => nameOfMeaning(address, means) ?? []);
	const sorted = [...lines.filter(({ pages }) => !pages), ...given].sort(nameOrder(context));
	const groups = Map.groupBy(sorted, nameAddress);
	const kept: NameLine[] = [];
	const displaced: NameLine[] = [];
	for (const [address, rivals] of groups) {
		const meant = context.fixed.get(address);
		const keeper = rivals.find((line) => nameMeaning(line) === meant) ?? rivals[0]!;
		kept.push(keeper);
		const others = new Map(rivals.map((line) => [nameMeaning(line), line]));
		others.delete(nameMeaning(keeper));
		displaced.push(...others.values());
	}
	return { lines: [...kept, ...pagesOf(kept, lines)], displaced };
}

/** The lines that give topics more pages, once each, as far as their topics kept their addresses. */
function pagesOf(kept: readonly NameLine[], lines: readonly NameLine[]): NameLine[] {
	const known = new Set(kept.map(textOf));
	const pages = lines.filter((line) => line.pages && known.has(textOf(line)));
	const unique = new Map(pages.map((line) => [`${textOf(line)} ${line.pages}`, line]));
	return [...unique].sort(([a], [b]) => compareTexts(a, b)).map(([, line]) => line);
}

function textOf({ kind, slug, key }: NameLine): string {
	return [kind, slug, key].join(' ');
}

/** As the register has them, then by what says which of two lines of one name comes first. */
function nameOrder({ fixed, firstDigest }: NamesContext): (a: NameLine, b: NameLine) => number {
	const places = new Map([...fixed.keys()].map((address, index) => [address, index]));
	const placeOf = (line: NameLine) => places.get(nameAddress(line)) ?? places.size;
	const digestOf = ({ paper }: NameLine) => paper && firstDigest.get(paper);
	return (a, b) =>
		placeOf(a) - placeOf(b) ||
		compareTexts(a.kind, b.kind) ||
		compareDigests(digestOf(a), digestOf(b)) ||
		compareTexts(nameMeaning(a), nameMeaning(b)) ||
		a.slug.length - b.slug.length ||
		compareTexts(a.slug, b.slug);
}

function compareDigests(a: DigestId | undefined, b: DigestId | undefined): number {
	if (a === undefined || b === undefined)
		return Number(a === undefined) - Number(b === undefined);
	return compareDigestIds(a, b);
}

import type { NameLine } from '../../model/names.ts';
import type { NamedThing } from '../../model/paper-view.ts';

/** Something that was found, at its address. */
export interface Addressed<Find> {
	readonly find: Find;
	readonly line: NameLine;
	readonly thing: NamedThing;
}

/** Those that have an address, each address once. */
export function withAddress<Find extends { readonly name: string }>(
	finds: readonly Find[],
	lineFor: (find: Find) => NameLine | undefined,
): Addressed<Find>[] {
	const taken = new Set<NameLine>();
	return finds.flatMap((find) => {
		const line = lineFor(find);
		if (!line || taken.has(line)) return [];
		taken.add(line);
		return { find, line, thing: { slug: line.slug, name: find.name } };
	});
}

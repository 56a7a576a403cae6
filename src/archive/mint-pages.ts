import { lineOf, linesByKey, pagesBySlug, type NamedFind, type NameLine } from '../model/names.ts';

/** More pages for what has outgrown those it has, given all names with their addresses. */
export function mintPages(names: readonly NameLine[], finds: readonly NamedFind[]): NameLine[] {
	const lines = linesByKey(names);
	const given = pagesBySlug(names);
	return finds.flatMap((find) => {
		const line = find.pages && lineOf(find, lines);
		if (!line) return [];
		const { kind, slug, key } = line;
		const has = given.get(slug);
		return has === find.pages || has === 'months' ? [] : { kind, slug, key, pages: find.pages };
	});
}

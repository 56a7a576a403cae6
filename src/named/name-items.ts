import { href } from '../components/href.ts';
import { address } from '../model/address.ts';
import type { ArchiveView } from '../model/view.ts';
import { mostRows, partsOf } from '../components/parts.ts';
import { mostOnOnePage, nameLetters, type LetterName, type NameItem } from './name-letters.ts';

/** The lines of the index of systems; those that lead on to their paper are not in it. */
export function systemItems({ systems, papers }: ArchiveView): NameItem[] {
	const listed = [...systems.values()].filter(({ forwardsTo }) => forwardsTo === undefined);
	return listed.map(({ slug, name, mentions, introducedBy, namesakes }) => ({
		name,
		link: href(address.system(slug)),
		papers: mentions.length,
		note: namesakes.length > 0 && introducedBy ? papers.get(introducedBy)?.title : undefined,
	}));
}

/** The pages by letter of an index, for `getStaticPaths`; none where one page has it all. */
export function letterPaths(items: readonly NameItem[]) {
	if (items.length <= mostOnOnePage) return [];
	const letters = nameLetters(items);
	const names = letters.map(({ id, label }): LetterName => ({ id, label }));
	return letters.flatMap(({ id, label, items: ofLetter }) =>
		partsOf(ofLetter, mostRows.names).map((part) => ({
			params: { letter: id, part: part.number === 1 ? undefined : String(part.number) },
			props: { letters: names, letter: { id, label }, count: ofLetter.length, part },
		})),
	);
}

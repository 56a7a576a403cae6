import { nameKey } from '../../../text/words.ts';
import { familyOf, type KnownNames } from './families.ts';
import type { IntroducedName } from './introduced-names.ts';
import type { NameLists } from './name-lists.ts';
import type { TextNames } from './read-names.ts';

/**
 * What a paper introduces: the names for which it was given an address, as long as its text has them, and
 * beside these the one that is `likely` now, unless one is short for the other. `keys` are those of the addresses.
 */
export function withHeldNames(
	likely: IntroducedName | undefined,
	{ forms, phrases }: TextNames,
	keys: readonly string[],
	lists: NameLists,
): IntroducedName[] {
	const own = likely ? [likely] : [];
	if (keys.length === 0) return own;
	const written = [...forms, ...phrases].map(({ form, meaning }): IntroducedName => ({
		name: form,
		meaning,
		certainty: 1,
	}));
	const isNamed = isNamedIn(lists);
	const found = [...own, ...written];
	const held = keys.flatMap((key): IntroducedName[] => {
		if (lists.isRefused(key)) return [];
		const name =
			own.find(isNamed(key)) ??
			found.find((one) => nameKey(one.name) === key) ??
			found.find(isNamed(key));
		return name ? [{ ...name, key }] : [];
	});
	return [...held, ...own.filter((one) => !held.some(isSameAs(one)))];
}

/** Whether a name is another, or its long form, or what it is short for. */
function isSameAs({ name, meaning = '' }: IntroducedName) {
	return (other: IntroducedName): boolean =>
		other.name === name ||
		nameKey(other.name) === nameKey(meaning) ||
		nameKey(other.meaning ?? '') === nameKey(name);
}

/** Tells the forms of a name by the key of its address: `Qwen3-8B` is one of `qwen3`. */
function isNamedIn({ isListed, isRefused, hasAddress }: NameLists) {
	const known: KnownNames = {
		isName: (name) => isListed(name) || hasAddress(name),
		isOwnThing: isListed,
		isRefused,
	};
	return (key: string) =>
		({ name }: IntroducedName): boolean =>
			nameKey(name) === key || nameKey(familyOf(name, known)) === key;
}

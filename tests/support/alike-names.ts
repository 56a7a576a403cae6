/** Names that are one where upper and lower case, or two forms of a letter, are the same: on most Macs, and on Windows. */
export function alikeNames(names: Iterable<string>): string[][] {
	const groups = Map.groupBy(names, (name) =>
		name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC'),
	);
	return [...groups.values()].filter((group) => group.length > 1);
}

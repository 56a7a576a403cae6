/**
 * Names of fields that are read together, in one order, and what they are with another. Few ever are, of
 * however many entries, so each is there once.
 */
export interface Fields {
	/** `?` is whether there is an entry at all, and `*` all that it has. */
	readonly names: readonly string[];
	readonly more: Map<string, Fields>;
	/** Whether others are among them, as far as that was asked. */
	readonly has: Map<Fields, boolean>;
}

export const allFields = '*';

const known = new Map<string, Fields>();

/** The fields of some names, `['?', 'title']`. */
export function fieldsOf(names: readonly string[]): Fields {
	const sorted = names.includes(allFields) ? [allFields] : [...new Set(names)].sort();
	const key = sorted.join(' ');
	const fields = known.get(key) ?? { names: sorted, more: new Map(), has: new Map() };
	known.set(key, fields);
	return fields;
}

export const noFields = fieldsOf([]);

/** Fields and one more, which may be among them. */
export function withField(fields: Fields, name: string): Fields {
	let next = fields.more.get(name);
	if (!next) fields.more.set(name, (next = fieldsOf([...fields.names, name])));
	return next;
}

/** Whether some fields have all others among them. */
export function hasAllOf({ names, has }: Fields, others: Fields): boolean {
	let hasAll = has.get(others);
	if (hasAll === undefined) {
		hasAll = names[0] === allFields || others.names.every((name) => names.includes(name));
		has.set(others, hasAll);
	}
	return hasAll;
}

// So many different words are most of what texts are made of; of all that they ever use there is no end.
const mostRemembered = 2 ** 15;

/**
 * The same function, which remembers what it gave for many texts, and forgets all when they are too many: so it
 * takes no more memory for a large archive than for a small one.
 */
export function remembering<Value extends string | number | boolean | object | null>(
	read: (text: string) => Value,
	most = mostRemembered,
): (text: string) => Value {
	const known = new Map<string, Value>();
	return (text) => {
		let value = known.get(text);
		if (value === undefined) {
			if (known.size === most) known.clear();
			value = read(text);
			known.set(text, value);
		}
		return value;
	};
}

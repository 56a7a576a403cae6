/** A browser's storage in memory, its keys as its own properties, as `localStorage` has them. */
export function fakeStorage(entries: Record<string, string> = {}, room = Infinity): Storage {
	const methods = {
		getItem: (key: string) => (Object.hasOwn(storage, key) ? storage[key]! : null),
		setItem: (key: string, value: string) => {
			if (value.length > room) throw new DOMException('Full', 'QuotaExceededError');
			storage[key] = value;
		},
		removeItem: (key: string) => {
			delete storage[key];
		},
	};
	const storage = Object.assign(
		Object.create(methods) as Record<string, string>,
		entries,
	) as Record<string, string> & Storage;
	return storage;
}

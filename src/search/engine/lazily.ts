/** Load once; a failure is forgotten, so that the next call tries again. */
export function lazily<Value>(load: () => Promise<Value>): () => Promise<Value> {
	let value: Promise<Value> | undefined;
	return () => {
		value ??= load().catch((error: unknown) => {
			value = undefined;
			throw error;
		});
		return value;
	};
}

/** Load once for each key. */
export function lazilyEach<Key, Value>(
	load: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
	const loaders = new Map<Key, () => Promise<Value>>();
	return (key) => {
		const loader = loaders.get(key) ?? lazily(() => load(key));
		loaders.set(key, loader);
		return loader();
	};
}

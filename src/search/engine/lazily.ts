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
export function lazilyEach<Value>(
	load: (key: string) => Promise<Value>,
): (key: string) => Promise<Value> {
	const loaders = new Map<string, () => Promise<Value>>();
	return (key) => {
		const loader = loaders.get(key) ?? lazily(() => load(key));
		loaders.set(key, loader);
		return loader();
	};
}

/** Load what is needed, and keep it until something else is. */
export function keepingLast<Needs, Value>(
	load: (needs: Needs) => Promise<Value>,
): (needs: Needs) => Promise<Value> {
	let last: { readonly key: string; readonly load: () => Promise<Value> } | undefined;
	return (needs) => {
		const key = JSON.stringify(needs);
		if (last?.key !== key) last = { key, load: lazily(() => load(needs)) };
		return last.load();
	};
}

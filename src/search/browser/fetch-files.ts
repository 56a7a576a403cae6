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

/**
 * Fetch one of the search page's files, asked whether it is still the same, so that it never stands
 * beside another build's index. Rejects when it cannot be fetched.
 */
export async function fetchFile<File>(address: string): Promise<File> {
	const response = await fetch(address, { cache: 'no-cache' });
	if (!response.ok) throw new Error(`${response.status} ${address}`);
	return (await response.json()) as File;
}

/** The part of a service worker's globals that ours use; TypeScript knows those of a page alone here. */
interface WorkerScope {
	readonly registration: ServiceWorkerRegistration;
	readonly clients: {
		claim(): Promise<void>;
		matchAll(options: {
			readonly includeUncontrolled: boolean;
			readonly type: 'window';
		}): Promise<readonly { readonly url: string }[]>;
	};
	skipWaiting(): Promise<void>;
	addEventListener(type: 'install' | 'activate', listener: (event: LongEvent) => void): void;
}

/** An event that is not over before what it waits for is. */
export interface LongEvent extends Event {
	waitUntil(promise: Promise<unknown>): void;
}

/** The service worker that this runs in. */
export const worker = globalThis as unknown as WorkerScope;

/** Address of the site, whole, e.g. `https://example.org/repo/`. */
export const root = worker.registration.scope;

// Other sites of the host share the storage, so each name begins with the path of this one.
const prefix = `offprint:${new URL(root).pathname}:`;

/** Names of what is kept. */
export const kept = {
	/** Pages that were visited; `list-kept.ts` knows the name too. */
	pages: `${prefix}pages`,
	/** What pages load. */
	assets: `${prefix}assets`,
	/** The page for what is not kept, the reading list, and what they load. */
	fallback: `${prefix}fallback`,
	/** The search index as far as it was fetched, of one build. */
	index: (build: string) => `${prefix}index:${build}`,
} as const;

/** Delete what is kept of this site, as far as its name begins so, but for one. */
export async function forget(start = prefix, but?: string): Promise<void> {
	for (const name of await caches.keys())
		if (name.startsWith(start) && name !== but) await caches.delete(name);
}

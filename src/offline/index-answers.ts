import { forget, kept, root, type LongEvent } from './worker-scope.ts';

// A file of the index does not say which build it is of. So the worker looks which build is published before it asks
// for the file and after it has it, and keeps the file if both are the same.
const sums = new URL('manifest.sha256', root).href;

// Files that come at about the same time share a look.
const pause = 300;

let lastLook: Promise<string | undefined> | undefined;
let nextLook: Promise<string | undefined> | undefined;

/** Look which build is published, as a page is opened that may ask for the index. */
export function lookAtBuild(): Promise<string | undefined> {
	return (lastLook = fetchBuild());
}

/** A file of the index: of the network, else as it was kept, all of one build. */
export async function answerFromIndex(request: Request, event: LongEvent): Promise<Response> {
	const build = await (lastLook ??= fetchBuild());
	// Without a network there was none to see.
	if (build === undefined) lastLook = undefined;
	try {
		const response = await fetch(request);
		if (response.ok) event.waitUntil(keep(request, response.clone(), build));
		return response;
	} catch (error) {
		const name = (await caches.keys()).find((name) => name.startsWith(kept.index('')));
		const found = name && (await (await caches.open(name)).match(request.url));
		if (found) return found;
		throw error;
	}
}

async function keep(
	request: Request,
	response: Response,
	build: string | undefined,
): Promise<void> {
	if (build === undefined || (await lookAfter()) !== build) return;
	const name = kept.index(build);
	await forget(kept.index(''), name);
	await (await caches.open(name)).put(request.url, response);
}

function lookAfter(): Promise<string | undefined> {
	return (nextLook ??= new Promise((resolve) => {
		setTimeout(() => {
			nextLook = undefined;
			resolve(lookAtBuild());
		}, pause);
	}));
}

/** What the host calls the list of all sums, which is another one for each build. */
async function fetchBuild(): Promise<string | undefined> {
	try {
		const { ok, headers } = await fetch(sums, { method: 'HEAD', cache: 'no-store' });
		return (ok && (headers.get('etag') ?? headers.get('last-modified'))) || undefined;
	} catch {
		return undefined;
	}
}

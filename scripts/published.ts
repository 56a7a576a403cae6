import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ifMissing, standingAt } from '../src/disk/missing.ts';
import { UsageError } from './arguments.ts';

// A host that is busy for a moment is asked again, after one, two and four times this.
const attempts = 4;
const usualPause = 2_000;
const patience = 30_000;
const webRe = /^https?:\/\//;

/**
 * Read a file of a site as it was published last; `source` is its address or its folder. `undefined`
 * where the site says that it has none; what cannot be read is refused, because then nothing can be
 * held to it.
 */
export async function readPublished(
	source: string,
	name: string,
	pause = usualPause,
): Promise<string | undefined> {
	if (webRe.test(source))
		return download(new URL(name, source.endsWith('/') ? source : `${source}/`).href, pause);
	if (!(await standingAt(source)))
		throw new UsageError(`Unexpected ${source}, expected the address or the folder of a site`);
	return readFile(join(source, name), 'utf8').catch(ifMissing(undefined));
}

async function download(url: string, pause: number): Promise<string | undefined> {
	let reason = '';
	for (let attempt = 0; attempt < attempts; attempt++) {
		if (attempt > 0) await delay(pause * 2 ** (attempt - 1));
		try {
			// A host's caches may hold the site before the last.
			const response = await fetch(`${url}?at=${Date.now()}`, {
				cache: 'no-store',
				signal: AbortSignal.timeout(patience),
			});
			if (response.status === 404) return undefined;
			if (response.ok) return await response.text();
			reason = `the answer ${response.status}`;
		} catch (error) {
			const { cause, message } = error as Error;
			reason = cause instanceof Error && cause.message !== '' ? cause.message : message;
		}
	}
	throw new UsageError(
		`Unexpected ${reason} from ${url}, expected what was published last. ` +
			'Without it nothing can be held to what was promised, so nothing is published. Try again later.',
	);
}

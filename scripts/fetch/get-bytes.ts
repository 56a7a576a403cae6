import { setTimeout as delay } from 'node:timers/promises';
import ky, { isHTTPError, isNetworkError, isTimeoutError, type RetryOptions } from 'ky';
import { quote } from '../../src/diagnostics.ts';

/** An address that did not give what was asked for. Its message says why, on one line. */
export class FetchError extends Error {
	override readonly name = 'FetchError';
}

/** How much a server is granted. Times are in milliseconds. */
export interface FetchBounds {
	/** Bytes of an answer, unpacked. */
	readonly size: number;
	/** Until an answer begins. */
	readonly answer: number;
	/** For everything, with all attempts and the pauses between them. */
	readonly total: number;
	/** How often it is asked again. */
	readonly retries: number;
	/** Before it is asked again for the first time; then twice as long each time. */
	readonly pause: number;
	/** The longest wait that a server may ask for (`Retry-After`) and gets. */
	readonly wait: number;
}

/** Who asks, and for what kind of file. */
export interface Asker {
	readonly userAgent: string;
	/** e.g. `application/json` */
	readonly accept: string;
}

const mostRedirects = 5;
const httpRe = /^https?:$/;

/**
 * The bytes of an address. What may pass (no answer, 429, 500, a connection that is cut) is tried again,
 * after as long as the server says; what is too slow, too large or leads nowhere is a `FetchError`.
 */
export async function getBytes(
	address: string,
	{ userAgent, accept }: Asker,
	bounds: FetchBounds,
): Promise<Uint8Array> {
	// Ends whatever is still open, too.
	const leaving = new AbortController();
	const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(bounds.total)]);
	try {
		for (let attempt = 0; ; attempt++) {
			const response = await follow(new URL(address), { userAgent, accept }, bounds, signal);
			const bytes = await readWhole(response, bounds.size);
			if (bytes) return bytes;
			if (attempt === bounds.retries) throw new FetchError('the answer is cut off');
			await delay(bounds.pause * 2 ** attempt, undefined, { signal });
		}
	} catch (error) {
		throw new FetchError(explain(error, address, bounds), { cause: error });
	} finally {
		leaving.abort();
	}
}

async function follow(
	address: URL,
	{ userAgent, accept }: Asker,
	bounds: FetchBounds,
	signal: AbortSignal,
): Promise<Response> {
	let url = address;
	for (let redirects = 0; redirects <= mostRedirects; redirects++) {
		const response = await ky.get(url, {
			headers: { accept, 'user-agent': userAgent },
			redirect: 'manual',
			timeout: bounds.answer,
			signal,
			retry: retryOf(bounds),
			throwHttpErrors: (status) => status >= 400,
		});
		if (response.ok) return response;
		url = nextUrl(url, response);
	}
	throw new FetchError(`more than ${mostRedirects} redirects`);
}

function retryOf({ retries, pause, wait }: FetchBounds): RetryOptions {
	return {
		limit: retries,
		retryOnTimeout: true,
		delay: (attempt) => pause * 2 ** (attempt - 1),
		shouldRetry: ({ error }) =>
			isHTTPError(error) && waitOf(error.response) > wait ? false : undefined,
	};
}

/** How long a server asks to be left alone: in seconds, or until a time. */
function waitOf({ headers }: Response): number {
	const value = headers.get('retry-after') ?? '';
	const seconds = Number(value);
	return Number.isNaN(seconds) ? Date.parse(value) - Date.now() || 0 : 1000 * seconds;
}

/** The body of an answer; nothing if the connection ended before it did. */
async function readWhole(
	{ headers, body }: Response,
	size: number,
): Promise<Uint8Array | undefined> {
	if (Number(headers.get('content-length') ?? 0) > size) throw tooLarge(size);
	const chunks: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const chunk of body ?? []) {
			length += chunk.byteLength;
			if (length > size) throw tooLarge(size);
			chunks.push(chunk);
		}
	} catch (error) {
		if (error instanceof FetchError || isTimeoutError(error)) throw error;
		return undefined;
	}
	return Buffer.concat(chunks);
}

function tooLarge(size: number): FetchError {
	return new FetchError(`more than ${Math.floor(size / 1024 / 1024)} MB`);
}

/** Where a redirect leads; never from an address that is secured to one that is not. */
function nextUrl(url: URL, response: Response): URL {
	const location = response.headers.get('location') ?? '';
	const next = URL.parse(location, url);
	if (
		!next ||
		!httpRe.test(next.protocol) ||
		(url.protocol === 'https:' && next.protocol === 'http:')
	)
		throw new FetchError(`${response.status} to \`${quote(location)}\`, which is not followed`);
	return next;
}

function explain(error: unknown, href: string, { answer, total, wait }: FetchBounds): string {
	if (isHTTPError(error)) {
		const { response } = error;
		const asked = waitOf(response);
		const patience = `, and asks for a longer pause than ${wait / 1000} seconds`;
		return `${href} answers ${response.status}${asked > wait ? patience : ''}`;
	}
	if (isTimeoutError(error))
		return `${href} takes too long (${answer / 1000} seconds to answer, ${total / 1000} in all)`;
	if (isNetworkError(error)) return `${href} cannot be reached: ${reasonOf(error)}`;
	return `${href}: ${error instanceof Error ? quote(error.message) : quote(String(error))}`;
}

/** The innermost reason, e.g. `connect ECONNREFUSED`. */
function reasonOf(error: Error): string {
	return error.cause instanceof Error ? reasonOf(error.cause) : quote(error.message);
}

import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FetchError, getBytes, type FetchBounds } from '../../scripts/fetch/get-bytes.ts';
import { feedServer, type Answer } from '../support/feed-server.ts';

const patient: FetchBounds = {
	size: 1024 * 1024,
	answer: 60_000,
	total: 600_000,
	retries: 2,
	pause: 1,
	wait: 5_000,
};

const asker = { userAgent: 'Test', accept: 'application/json' };

/** What a server that answers like this gives: its text or why not, and how often it was asked. */
async function get(answer: Answer, bounds: Partial<FetchBounds> = {}) {
	const feed = await feedServer({ '/': answer });
	const outcome = await getBytes(`${feed.url}/`, asker, { ...patient, ...bounds }).then(
		(bytes) => new TextDecoder().decode(bytes),
		(error: unknown) => {
			expect(error).toBeInstanceOf(FetchError);
			return (error as Error).message.replace(feed.url, 'SERVER');
		},
	);
	return { outcome, times: feed.asked.length, feed };
}

const list = '[{"paper":{}}]';
const status =
	(code: number, times: number, headers = {}): Answer =>
	(response, ask) => {
		if (ask > times) response.end(list);
		else response.writeHead(code, headers).end('<h1>Busy</h1>');
	};

describe('getBytes', () => {
	test('gives what the server gives, and says who asks', async () => {
		const { outcome, times, feed } = await get((response) => response.end(list));
		expect([outcome, times]).toEqual([list, 1]);
		expect(feed.headers['user-agent']).toBe('Test');
	});

	test.each([429, 500, 502, 503])('asks again after %i', async (code) => {
		expect(await get(status(code, 2))).toMatchObject({ outcome: list, times: 3 });
	});

	test('waits for as long as it is asked to', async () => {
		const asks: number[] = [];
		const { outcome } = await get((response, ask) => {
			asks.push(Date.now());
			status(429, 1, { 'retry-after': '1' })(response, ask, undefined as never);
		});
		expect(outcome).toBe(list);
		expect(asks[1]! - asks[0]!).toBeGreaterThanOrEqual(990);
	});

	test.each([
		['a number', '3600'],
		['a time', 'Fri, 31 Dec 2100 23:59:59 GMT'],
	])('gives up on one that wants to be left alone for long, given as %s', async (_, after) => {
		expect(await get(status(503, 9, { 'retry-after': after }))).toMatchObject({
			outcome: 'SERVER/ answers 503, and asks for a longer pause than 5 seconds',
			times: 1,
		});
	});

	test.each([
		[500, 3],
		[404, 1],
		[403, 1],
	])('gives up on one that keeps saying %i after %i attempts', async (code, times) => {
		expect(await get(status(code, 9))).toMatchObject({
			outcome: `SERVER/ answers ${code}`,
			times,
		});
	});

	test('gives up on one that never answers', async () => {
		// On a busy machine a request may take a while to arrive.
		const { outcome, times } = await get(() => {}, { answer: 500 });
		expect(outcome).toMatch(/^SERVER\/ takes too long \(0\.5 seconds to answer/);
		expect(times).toBe(3);
	});

	test('gives up on one whose answer never ends', async () => {
		const drip: Answer = (response) => {
			const timer = setInterval(() => response.write(' '), 10);
			response.on('close', () => clearInterval(timer));
		};
		const { outcome } = await get(drip, { total: 300 });
		expect(outcome).toMatch(/^SERVER\/ takes too long \(60 seconds to answer, 0\.3 in all\)/);
	});

	test('asks again when an answer is cut off', async () => {
		const cut = (response: Parameters<Answer>[0]) => {
			response.writeHead(200, { 'content-length': '1000' });
			response.write(list, () => response.destroy());
		};
		const once: Answer = (response, ask) => (ask > 1 ? response.end(list) : cut(response));
		expect(await get(once)).toMatchObject({ outcome: list, times: 2 });
		expect(await get(cut)).toMatchObject({
			outcome: 'SERVER/: the answer is cut off',
			times: 3,
		});
	});

	test('asks again when a connection ends before any answer', async () => {
		const { outcome, times } = await get((response) => response.destroy());
		expect(outcome).toMatch(/^SERVER\/ cannot be reached: /);
		expect(times).toBe(3);
	});

	test('takes no more than it was told to, whatever the server says its length is', async () => {
		const tooLarge = { outcome: 'SERVER/: more than 1 MB', times: 1 };
		const announced: Answer = (response) => {
			response.writeHead(200, { 'content-length': String(10 ** 12) });
			response.write('[');
		};
		expect(await get(announced)).toMatchObject(tooLarge);
		const endless: Answer = (response) => {
			const more = () => {
				while (!response.destroyed && response.write(' '.repeat(65_536)));
			};
			response.on('drain', more);
			more();
		};
		expect(await get(endless)).toMatchObject(tooLarge);
		const packed: Answer = (response) => {
			response.writeHead(200, { 'content-encoding': 'gzip' });
			response.end(gzipSync(Buffer.alloc(50 * 1024 * 1024)));
		};
		expect(await get(packed)).toMatchObject(tooLarge);
	});

	test('gives no more than the length that the server says', async () => {
		const short: Answer = (response) => {
			response.socket!.end(`HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n${list}`);
		};
		expect((await get(short)).outcome).toBe(list.slice(0, 5));
	});

	test('follows a redirect, and not one in circles', async () => {
		const feed = await feedServer({
			'/old': (response) => response.writeHead(301, { location: '/new' }).end(),
			'/new': (response) => response.end(list),
			'/a': (response) => response.writeHead(302, { location: '/b' }).end(),
			'/b': (response) => response.writeHead(307, { location: '/a' }).end(),
		});
		expect(new TextDecoder().decode(await getBytes(`${feed.url}/old`, asker, patient))).toBe(
			list,
		);
		await expect(getBytes(`${feed.url}/a`, asker, patient)).rejects.toThrow(
			'more than 5 redirects',
		);
		expect(feed.asked).toHaveLength(8);
	});

	test.each(['file:///etc/passwd', 'data:,[]', ''])(
		'does not follow a redirect to “%s”',
		async (to) => {
			const { outcome } = await get((response) =>
				response.writeHead(302, { location: to }).end(),
			);
			expect(outcome).toMatch(/which is not followed|more than 5 redirects/);
		},
	);
});

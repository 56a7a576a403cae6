import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Answers the asks of one address, the first being number 1. */
export type Answer = (response: ServerResponse, ask: number, request: IncomingMessage) => void;

/** A feed on this machine that behaves as it is told. */
export interface FeedServer {
	/** Of its root, without a slash at the end. */
	readonly url: string;
	/** The paths that were asked for, in their order. */
	readonly asked: string[];
	/** What was sent with the last ask. */
	headers: IncomingMessage['headers'];
}

/** Start it with answers by path, with or without its query; it is gone when the test is. */
export async function feedServer(answers: Readonly<Record<string, Answer>>): Promise<FeedServer> {
	const feed: FeedServer = { url: '', asked: [], headers: {} };
	const server = createServer((request, response) => {
		const path = request.url!;
		feed.asked.push(path);
		feed.headers = request.headers;
		const ask = feed.asked.filter((one) => one === path).length;
		const answer = answers[path] ?? answers[path.replace(/\?.*/, '')];
		if (answer) answer(response, ask, request);
		else response.writeHead(404).end('Not Found');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return Object.assign(feed, {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
	});
}

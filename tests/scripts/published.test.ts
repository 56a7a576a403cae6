import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../scripts/arguments.ts';
import { readPublished } from '../../scripts/published.ts';
import { temporaryFolder } from '../support/folders.ts';

/** A host that gives these answers, one after another, and then the last again and again. */
async function serve(...answers: readonly (number | 'hang up')[]) {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url!.replace(/\?.*/, ''));
		const answer = answers[Math.min(asked.length, answers.length) - 1]!;
		if (answer === 'hang up') request.socket.destroy();
		else response.writeHead(answer).end(answer === 200 ? 'what was published' : 'sorry');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/repo` };
}

test.each([
	[[200], 1],
	[[503, 200], 2],
	[['hang up', 429, 500, 200], 4],
] as const)('what was published is read, after the answers %j', async (answers, times) => {
	const { asked, url } = await serve(...answers);
	expect(await readPublished(url, 'urls.txt', 1)).toBe('what was published');
	expect(asked).toEqual(Array(times).fill('/repo/urls.txt'));
});

test.each([[['hang up']], [[500]], [[403]], [[503, 'hang up', 503, 429]]] as const)(
	'what cannot be read is refused, after the answers %j',
	async (answers) => {
		const { asked, url } = await serve(...answers);
		await expect(readPublished(`${url}/`, 'register.jsonl', 1)).rejects.toThrow(UsageError);
		expect(asked).toHaveLength(4);
	},
);

test('a site that says that it has no such file has none', async () => {
	const { url } = await serve(404);
	expect(await readPublished(url, 'register.jsonl', 1)).toBeUndefined();
	expect(await readPublished(await temporaryFolder(), 'register.jsonl')).toBeUndefined();
});

test('a site in a folder is read there; a folder that is not there is refused', async () => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, 'urls.txt'), '/about/\n');
	expect(await readPublished(folder, 'urls.txt')).toBe('/about/\n');
	const nowhere = join(folder, 'nowhere');
	await expect(readPublished(nowhere, 'urls.txt')).rejects.toThrow(UsageError);
});

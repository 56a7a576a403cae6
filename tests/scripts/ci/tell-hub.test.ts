import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { tellHub } from '../../../scripts/ci/tell-hub.ts';
import { callScript } from '../../support/call-script.ts';
import { temporaryFolder } from '../../support/folders.ts';

/** Run the step with a hub that answers so; gives how it ended, and what the hub was told. */
async function withHub(status: number, settings: (hub: string) => string) {
	const told: { readonly request: IncomingMessage; readonly body: string }[] = [];
	const server = createServer(async (request, response) => {
		told.push({ request, body: await text(request) });
		response.writeHead(status).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const content = await temporaryFolder();
	await writeFile(join(content, 'site.yaml'), settings(`http://127.0.0.1:${port}/hub`));
	const run = await callScript(tellHub, [], {
		environment: { OFFPRINT_CONTENT: content, OFFPRINT_URL: 'https://example.org/repo/' },
	});
	await new Promise((resolve) => server.close(resolve));
	return { run, told };
}

test('the hub of the settings is told to look at the feeds of the published site', async () => {
	const { run, told } = await withHub(204, (hub) => `hub: ${hub}\n`);
	expect(run.code).toBe(0);
	expect(told).toHaveLength(1);
	const [{ request, body }] = told as [(typeof told)[0]];
	expect(request.method).toBe('POST');
	expect(request.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
	const form = new URLSearchParams(body);
	expect(form.get('hub.mode')).toBe('publish');
	expect(form.getAll('hub.url')).toEqual([
		'https://example.org/repo/feeds/digests.xml',
		'https://example.org/repo/feeds/papers.xml',
		'https://example.org/repo/feeds/digests.json',
		'https://example.org/repo/feeds/papers.json',
	]);
});

test('a hub that refuses, or is not there, is warned of and holds up nothing', async () => {
	const refused = await withHub(500, (hub) => `hub: ${hub}\n`);
	expect(refused.run.code).toBe(0);
	expect(refused.run.stdout).toMatch(/^::warning .*it answers with 500$/m);
	const away = await withHub(204, () => 'hub: http://127.0.0.1:1/\n');
	expect(away.run.code).toBe(0);
	expect(away.run.stdout).toMatch(/^::warning /m);
});

test('without a hub in the settings nobody is told', async () => {
	const { run, told } = await withHub(204, () => 'name: Mathprint\n');
	expect(run).toMatchObject({ code: 0, stdout: '' });
	expect(told).toEqual([]);
});

import type { AddressInfo } from 'node:net';
import { load } from 'cheerio';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { describe, expect, test } from 'vitest';
import { edition } from '../../scripts/edition.ts';
import { callScript } from '../support/call-script.ts';
import { toyDigests, toyFolder } from '../support/toy-archive.ts';

const digest = toyDigests.at(-1)!;
const own = ['--content', toyFolder, '--site', 'https://example.org', '--base', '/repo/'];
const letter = (...parameters: string[]) => callScript(edition, [...parameters, ...own]);

describe('npm run edition', () => {
	test('gives a digest as a message that another’s reader of mail reads', async () => {
		const { code, stdout } = await letter(
			digest.id,
			'--to',
			'reader@example.com',
			'--unsubscribe',
			'https://example.org/leave?reader=1',
		);
		expect(code).toBe(0);
		const mail = await PostalMime.parse(stdout);
		expect(mail).toMatchObject({
			subject: expect.stringMatching(/^Offprint, 22 September 2025: \d+ papers, \d+ new$/),
			from: { name: 'Offprint', address: 'digests@example.org' },
			to: [{ address: 'reader@example.com' }],
			date: '2025-09-22T00:00:00.000Z',
			messageId: `<repo.digests.${digest.id}@example.org>`,
		});
		const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
		expect(header('list-unsubscribe')).toBe('<https://example.org/leave?reader=1>');
		expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
		const $ = load(mail.html!);
		const titles = $('ol li a')
			.get()
			.map((link) => $(link).text());
		expect(titles).toHaveLength(digest.entries.length);
		for (const [index, title] of titles.entries())
			expect(mail.text).toContain(`${index + 1}. ${title}`);
		for (const link of $('a').get())
			expect($(link).attr('href')).toMatch(/^https:\/\/example\.org\/repo\//);
		expect($('script, img, style, link')).toHaveLength(0);
		const questions = $('h2 a')
			.get()
			.map((link) => [$(link).text(), $(link).attr('href')]);
		expect(questions).toContainEqual([
			'Long sequences',
			'https://example.org/repo/watch/long-sequences/',
		]);
		for (const link of $('ul li a').get()) expect(titles).toContain($(link).text());
	});

	test('gives the same bytes every time', async () => {
		expect(await letter(digest.id)).toEqual(await letter(digest.id));
	});

	test('names nobody and no way out that it was not told', async () => {
		const mail = await PostalMime.parse((await letter(digest.id)).stdout);
		expect(mail.to).toEqual([{ name: 'Readers', group: [] }]);
		expect(mail.headers.map(({ key }) => key)).not.toContain('list-unsubscribe');
	});

	test('sends it by a server, with its name and password', async () => {
		const received: string[] = [];
		const logins: unknown[] = [];
		const server = new SMTPServer({
			// On this machine alone, where nothing is worth encrypting.
			allowInsecureAuth: true,
			hideSTARTTLS: true,
			onAuth({ username, password }, _session, done) {
				logins.push([username, password]);
				done(null, { user: username });
			},
			onData(stream, session, done) {
				const { mailFrom, rcptTo } = session.envelope;
				const addresses = [
					mailFrom && mailFrom.address,
					...rcptTo.map(({ address }) => address),
				];
				let text = addresses.join(' to ');
				stream.on('data', (chunk) => (text += `\n${chunk}`));
				stream.on('end', () => {
					received.push(text);
					done();
				});
			},
		});
		await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
		try {
			const { port } = server.server.address() as AddressInfo;
			const { code, stdout } = await callScript(
				edition,
				[digest.id, '--to', 'reader@example.com', '--send', ...own],
				{ environment: { OFFPRINT_SMTP: `smtp://offprint:secret@127.0.0.1:${port}` } },
			);
			expect([code, stdout]).toEqual([0, expect.stringContaining('reader@example.com: 250')]);
			expect(logins).toEqual([['offprint', 'secret']]);
			expect(received).toHaveLength(1);
			const [addresses, ...lines] = received[0]!.split('\n');
			expect(addresses).toBe('digests@example.org to reader@example.com');
			expect((await PostalMime.parse(lines.join('\n'))).messageId).toContain(digest.id);
		} finally {
			server.close();
		}
	});

	test('sends nothing to nobody', async () => {
		const { code, stderr } = await letter(digest.id, '--send');
		expect([code, stderr]).toEqual([
			1,
			expect.stringContaining('Expected --to and OFFPRINT_SMTP'),
		]);
	});

	test.each([
		['2024-12-31', 'expected a digest of the archive such as 2025-09-22'],
		['tomorrow', 'expected a digest of the archive'],
	])('refuses %s', async (id, message) => {
		const { code, stderr } = await letter(id);
		expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
	});
});

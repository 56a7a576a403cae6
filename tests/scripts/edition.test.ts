import { load } from 'cheerio';
import PostalMime from 'postal-mime';
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
		const titles = $('li a')
			.get()
			.map((link) => $(link).text());
		expect(titles).toHaveLength(digest.entries.length);
		for (const [index, title] of titles.entries())
			expect(mail.text).toContain(`${index + 1}. ${title}`);
		for (const link of $('a').get())
			expect($(link).attr('href')).toMatch(/^https:\/\/example\.org\/repo\//);
		expect($('script, img, style, link')).toHaveLength(0);
	});

	test('gives the same bytes every time', async () => {
		expect(await letter(digest.id)).toEqual(await letter(digest.id));
	});

	test('names nobody and no way out that it was not told', async () => {
		const mail = await PostalMime.parse((await letter(digest.id)).stdout);
		expect(mail.to).toEqual([{ name: 'Readers', group: [] }]);
		expect(mail.headers.map(({ key }) => key)).not.toContain('list-unsubscribe');
	});

	test.each([
		['2024-12-31', 'expected a digest of the archive such as 2025-09-22'],
		['tomorrow', 'expected a digest of the archive'],
	])('refuses %s', async (id, message) => {
		const { code, stderr } = await letter(id);
		expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
	});
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseRis } from 'astrocite-ris';
import bibtex from '@orcid/bibtex-parse-js';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessibility.ts';
import { visit } from '../support/open-browser.ts';
import { toyFolder, toyRepoSite } from '../support/toy-archive.ts';

const id = 'ja4pzrsggr';
const { title, abstract, citeKey, digests } = toyRepoSite()
	.records()
	.find((record) => record.id === id)!;
const digest = digests.at(-1)!;
const dump = readFileSync(join(toyFolder, 'dumps', `${digest}.txt`));
const sha256 = createHash('sha256').update(dump).digest('hex');

/** Copied texts are kept where a test can read them. */
function keepCopies(): void {
	const copies: string[] = [];
	Object.assign(globalThis, { copies });
	Object.defineProperty(navigator, 'clipboard', {
		value: { writeText: async (text: string) => void copies.push(text) },
	});
}

describe('a paper’s citation', () => {
	test('is copied in each format by a press', async () => {
		await visit(
			`papers/${id}/`,
			async (page) => {
				await page.getByText('Cite this paper').click();
				for (const name of ['Citation', 'As printed', 'BibTeX', 'RIS', 'CSL-JSON']) {
					await page.getByRole('button', { name, exact: true }).click();
					await page.getByRole('button', { name: `${name}: copied` }).waitFor();
					// Also to who does not see it.
					const said = page.getByRole('status');
					expect(await said.textContent()).toBe(`${name}: copied`);
				}
				await expectAccessible(page);
				const [sentence, printed, bib, ris, csl] = await page.evaluate(
					() => (globalThis as unknown as { copies: string[] }).copies,
				);
				expect(sentence).toContain(`“${title}”. First seen in the digest of `);
				expect(printed).toContain(`“${title}”, as printed on `);
				expect(printed).toMatch(/no\. \d+ of \d+, dump SHA-256 /);
				expect(printed).toContain(` ${sha256}. `);
				expect(printed).toContain(`https://example.org/repo/digests/${digest}/#${id}`);
				expect(bibtex.toJSON(bib!)[0]).toMatchObject({ citationKey: citeKey });
				expect(parseRis(ris!)[0]).toMatchObject({ id: citeKey, title, abstract });
				expect(JSON.parse(csl!)[0]).toMatchObject({ id: citeKey, title, abstract });
			},
			{ prepare: (page) => page.addInitScript(keepCopies) },
		);
	});

	test('is in files where its script does not come, and that is no error', async () => {
		await visit(
			`papers/${id}/`,
			async (page) => {
				const failed = page.waitForEvent('requestfailed');
				await page.getByText('Cite this paper').click();
				await failed;
				expect(await page.locator('.cite a[download]:visible').count()).toBe(3);
				await page.waitForTimeout(200);
			},
			{
				prepare: (page) => page.route('**/fill-menus-*', (route) => route.abort()),
				expected: /ERR_FAILED/,
			},
		);
	});

	test('is in files without a script', async () => {
		await visit(
			`papers/${id}/`,
			async (page) => {
				await page.getByText('Cite this paper').click();
				expect(await page.locator('.cite .menu').isVisible()).toBe(true);
				expect(await page.locator('.cite a[download]').count()).toBe(3);
				expect(await page.locator('.cite button').count()).toBe(0);
			},
			{ javaScriptEnabled: false, viewport: { width: 360, height: 800 } },
		);
	});
});

test('the searches for a whole paper are listed when they are asked for, one of them without a script', async () => {
	const links = '.searches a';
	await visit(`papers/${id}/`, async (page) => {
		expect(await page.locator(links).count()).toBe(1);
		await page.getByText('Full paper').click();
		await page.locator(links).nth(3).waitFor();
		const targets = await page
			.locator(links)
			.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
		for (const target of targets)
			expect(decodeURIComponent(target)).toContain(title.split(' ')[0]);
		await expectAccessible(page);
	});
});

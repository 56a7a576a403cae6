import { parse as parseRis } from 'astrocite-ris';
import bibtex from '@orcid/bibtex-parse-js';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessibility.ts';
import { visit } from '../support/open-browser.ts';
import { toyRepoSite } from '../support/toy-archive.ts';

const id = 'ja4pzrsggr';
const { title, abstract, citeKey } = toyRepoSite()
	.records()
	.find((record) => record.id === id)!;

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
				}
				await expectAccessible(page);
				const [sentence, printed, bib, ris, csl] = await page.evaluate(
					() => (globalThis as unknown as { copies: string[] }).copies,
				);
				expect(sentence).toContain(`“${title}”. First seen in the digest of `);
				expect(printed).toMatch(/no\. \d+ of \d+, dump SHA-256 [0-9a-f]{64}\./);
				expect(bibtex.toJSON(bib!)[0]).toMatchObject({ citationKey: citeKey });
				expect(parseRis(ris!)[0]).toMatchObject({ id: citeKey, title, abstract });
				expect(JSON.parse(csl!)[0]).toMatchObject({ id: citeKey, title, abstract });
			},
			{ prepare: (page) => page.addInitScript(keepCopies) },
		);
	});

	test('is there without a script', async () => {
		await visit(
			`papers/${id}/`,
			async (page) => {
				await page.getByText('Cite this paper').click();
				expect(await page.locator('.cite pre').isVisible()).toBe(true);
				expect(await page.locator('.cite a[download]').count()).toBe(3);
				expect(await page.locator('.cite button').count()).toBe(0);
			},
			{ javaScriptEnabled: false, viewport: { width: 360, height: 800 } },
		);
	});
});

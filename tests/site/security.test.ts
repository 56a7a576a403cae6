import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, forwardPolicy } from '../../src/layouts/content-security-policy.ts';
import { toyRepoSite } from '../support/toy-archive.ts';

const site = toyRepoSite();

// Elements and attributes that only markup of a dump could bring into a page.
const foreign =
	'iframe, object, embed, base, img[onerror], [onload], [onclick], [onmouseover], .restored b, .title b, h1 b';

/** What removed papers and withdrawn dumps said, and nothing else does. */
const gone =
	/zygomorphic|EphemeraNet|QuietNet|foretold from the first hundred|gulls follow the plough|a sailor may know/;

describe('no page runs or loads what a dump holds', () => {
	test('every head begins with the policy, and nothing is inline', () => {
		for (const { address, $ } of site.pages) {
			const first = $('head > *').get(0);
			// What loads no script only leads to another page.
			const policy = $('script[src]').length > 0 ? contentSecurityPolicy : forwardPolicy;
			expect($(first).attr('content'), address).toBe(policy);
			expect($('style, [style]'), address).toHaveLength(0);
			expect($('script:not([src], [type="application/ld+json"])'), address).toHaveLength(0);
		}
	});

	test('no markup of a title, an abstract or a formula becomes an element', () => {
		for (const { address, $ } of site.pages) {
			expect($(foreign).length, address).toBe(0);
			for (const image of $('img').get()) expect($(image).attr('src'), address).not.toBe('x');
			for (const link of $('[href]').get())
				expect($(link).attr('href'), address).not.toMatch(
					/^\s*(?:javascript|data|vbscript|file):(?!image)/i,
				);
		}
	});

	test.each(['/feeds/digests.xml', '/feeds/papers.xml'])(
		'no markup of a dump becomes an element in a reader of %s',
		(file) => {
			const feed = site.xml(file);
			for (const content of feed('content').get()) {
				const $ = load(feed(content).text());
				expect($('img, script, svg, iframe, [onerror], [onload], b').length).toBe(0);
			}
		},
	);

	test('the texts themselves are shown letter by letter', () => {
		expect(site.page('/papers/378k4tc61b/').$('h1').text()).toBe(
			'</title><script>alert(1)</script> & “Quotes” in a Title',
		);
		const abstract = site.page('/papers/bf0t205xm3/').$('.restored').text();
		expect(abstract).toContain('[press](javascript:alert(2))');
		const formulas = site.page('/papers/kaq65ha787/').$('.restored').text();
		expect(formulas).toContain('$\\href{javascript:alert(2)}{x}_2$');
	});
});

test('what was removed or withdrawn stands in no file of the site', () => {
	for (const file of site.files) {
		const bytes = readFileSync(join(site.folder, file));
		const text = String(/\.(?:packed|gz)$/.test(file) ? gunzipSync(bytes) : bytes);
		expect(text, file).not.toMatch(gone);
	}
});

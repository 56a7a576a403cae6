import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toyRepoSite } from '../support/toy-archive.ts';

const site = toyRepoSite();
const root = site.origin + site.base;
const property = ($: (typeof site.pages)[number]['$'], name: string) =>
	$(`meta[property="${name}"]`).attr('content');

test('each digest and each topic has a picture of its own, with its size and in words', () => {
	const own = site.pages.filter(({ $ }) => property($, 'og:image:alt') !== undefined);
	const cards = [...site.files].filter((file) => file.startsWith('/cards/'));
	expect(own.length).toBeGreaterThan(10);
	expect(own.map(({ $ }) => property($, 'og:image')).toSorted()).toEqual(
		cards.map((file) => root.slice(0, -1) + file).toSorted(),
	);
	for (const { address, $ } of own) {
		expect(address).toMatch(/^\/(?:digests\/\d{4}-\d\d-\d\d(?:-\d)?|topics\/[^/]+)\/$/);
		const file = property($, 'og:image')!.slice(root.length - 1);
		const bytes = readFileSync(join(site.folder, file));
		expect(property($, 'og:image:width')).toBe(String(bytes.readUInt32BE(16)));
		expect(property($, 'og:image:height')).toBe(String(bytes.readUInt32BE(20)));
		expect(property($, 'og:image:alt')).toContain('Offprint');
		expect($('meta[name="twitter:card"]').attr('content')).toBe('summary_large_image');
	}
});

test('every other page has the archive’s', () => {
	const others = site.pages.filter(({ $ }) => property($, 'og:image:alt') === undefined);
	const pictures = new Set(others.map(({ $ }) => property($, 'og:image')));
	pictures.delete(undefined);
	expect([...pictures]).toEqual([`${root}card.png`]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/run-script.ts';
import { listFiles } from '../support/site-pages.ts';

const folder = join(root, 'src');
const sources = listFiles(folder).map((file) => ({
	file,
	text: readFileSync(join(folder, file), 'utf8'),
}));
const sheets = sources.filter(({ file }) => file.endsWith('.css'));
const markup = sources.filter(({ file }) => /\.(?:astro|ts)$/.test(file));

// `.page-head` in a selector, but neither `.5rem` nor `./base.css`.
const classRe = /\.([a-z][\w-]*)(?=[^{};]*\{)/g;
// `/* … */`, and `url("data:…")`, which holds dots of its own.
const foreignRe = /\/\*.*?\*\/|url\("[^"]*"\)/gs;
// `#fff`, `oklch(25% …)`
const ownColourRe = /#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab)\(/;
// `@media (width < 40rem)`
const rawWidthRe = /@media[^{]*\bwidth\b/;

test('the sheets style no class that no page has', () => {
	const words = new Set(markup.flatMap(({ text }) => text.match(/[\w-]+/g) ?? []));
	for (const { file, text } of sheets) {
		const classes = [...text.replace(foreignRe, '').matchAll(classRe)].map(([, name]) => name!);
		expect(
			classes.filter((name) => !words.has(name) && !/^(?:from|shade)-\d$/.test(name)),
			file,
		).toEqual([]);
	}
});

test('colours and breakpoints have names', () => {
	for (const { file, text } of sheets) {
		const own = text.replace(foreignRe, '');
		expect(rawWidthRe.test(own), file).toBe(false);
		expect(ownColourRe.test(own), file).toBe(file.endsWith('tokens.css'));
	}
});

test('no component has a sheet of its own', () => {
	const styled = markup.filter(
		({ file, text }) => file.endsWith('.astro') && /<style/.test(text),
	);
	expect(styled.map(({ file }) => file)).toEqual([]);
});

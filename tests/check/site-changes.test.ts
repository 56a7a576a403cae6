import { describe, expect, test } from 'vitest';
import { siteChanges, type ComparedSite } from '../../src/check/site-changes.ts';

const page = (main: string, head = '<link rel="stylesheet" href="/a.css">') =>
	`<!DOCTYPE html><html lang="en"><head><title>T</title>${head}</head><body><main>${main}</main></body></html>`;

const siteOf = (files: Readonly<Record<string, string>>): ComparedSite => ({
	sums: new Map(Object.entries(files)),
	read: (file) => files[file],
});
const reasons = (before: string, after: string) =>
	siteChanges(siteOf({ '/index.html': before }), siteOf({ '/index.html': after })).flatMap(
		(change) => change.reasons,
	);

describe('a page is another', () => {
	test.each([
		['related', '<section class="stack related"><ol><li>a</li></ol></section>'],
		['neighbours', '<nav class="in-digest"><a href="/x/">a</a></nav>'],
		['neighbours', '<nav class="links"><a rel="next" href="/x/">a</a></nav>'],
		['seen', '<div class="postmarks"><p>a</p></div>'],
		['place', '<div class="frame running-head"><p>a</p></div>'],
		['revisions', '<section class="stack history"><p>a</p></section>'],
		['names', '<aside><ul><li>a</li></ul></aside>'],
		['list', '<ol><li>a</li></ol>'],
		['text', '<p>a</p>'],
	])('by its %s: %s', (reason, main) => {
		expect(reasons(page(main), page(main.replace('>a<', '>b<')))).toEqual([reason]);
	});

	test('by its style sheet alone', () => {
		const head = '<link rel="stylesheet" href="/b.css">';
		expect(reasons(page('a'), page('a', head))).toEqual(['style']);
	});

	test('by its numbers alone, whatever part they are in', () => {
		const main = '<p>In 1,024 papers</p><aside><p>7</p></aside>';
		const after = main.replace('1,024', '1,025').replace('7', '10');
		expect(reasons(page(main), page(after))).toEqual(['counts']);
	});

	test('for several reasons at once', () => {
		const main = '<h1>a</h1><section class="related"><p>a</p></section>';
		expect(reasons(page(main), page(main.replaceAll('>a<', '>b<')))).toEqual([
			'related',
			'text',
		]);
	});

	test('by a drawing that has no words', () => {
		const main = (x: number) => page(`<svg><circle cx="${x}"/></svg>`);
		expect(reasons(main(1), main(2))).toEqual(['counts']);
	});
});

test('files are new, gone, or other data; those that are the same are not told', () => {
	const before = siteOf({ '/a/index.html': page('a'), '/same.txt': '1', '/data.csv': '1' });
	const after = siteOf({ '/b/index.html': page('b'), '/same.txt': '1', '/data.csv': '2' });
	expect(siteChanges(before, after)).toEqual([
		{ file: '/a/index.html', reasons: ['gone'] },
		{ file: '/b/index.html', reasons: ['new'] },
		{ file: '/data.csv', reasons: ['data'] },
	]);
});

test('of a site whose sums alone are known, the reason is not', () => {
	const before = { ...siteOf({ '/index.html': 'a' }), read: () => undefined };
	expect(siteChanges(before, siteOf({ '/index.html': page('b') }))).toEqual([
		{ file: '/index.html', reasons: ['unknown'] },
	]);
});

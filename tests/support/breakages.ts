import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A way to break a site, by the kind of fault; `undefined` where the site has nothing of the sort. */
export interface Breakage {
	readonly kind: 'removed' | 'cut' | 'swapped' | 'weakened' | 'added';
	readonly name: string;
	/** Break a site, choosing by `random`, and give what puts it right again. */
	readonly apply: (folder: string, random: Random) => () => void;
}

/** A number below a bound, the same each run. */
export type Random = (bound: number) => number;

/** A linear congruential generator (Numerical Recipes), so that each run breaks the same. */
export function seededRandom(seed: number): Random {
	let state = seed;
	return (bound) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * bound);
	};
}

const filesOf = (folder: string, nameRe: RegExp) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name))
		.filter((file) => nameRe.test(file.slice(folder.length)))
		.sort();

function oneOf<Item>(items: readonly Item[], random: Random): Item {
	if (items.length === 0) throw new Error('The site has nothing of the sort to break');
	return items[random(items.length)]!;
}

const unpacked = (file: string) =>
	String(file.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file));

/** Put a text in the place of one match of a pattern, in one of the files that have it. */
const replace =
	(nameRe: RegExp, patternRe: RegExp, to: string | ((found: string) => string)) =>
	(folder: string, random: Random): (() => void) => {
		const files = filesOf(folder, nameRe).filter((file) => unpacked(file).match(patternRe));
		const file = oneOf(files, random);
		const before = readFileSync(file);
		const text = unpacked(file);
		const found = oneOf(
			[...text.matchAll(new RegExp(patternRe, `${patternRe.flags}g`))],
			random,
		);
		const put = typeof to === 'string' ? to : to(found[0]);
		const end = found.index + found[0].length;
		const broken = text.slice(0, found.index) + put + text.slice(end);
		writeFileSync(file, file.endsWith('.gz') ? gzipSync(broken) : broken);
		return () => writeFileSync(file, before);
	};

const remove = (nameRe: RegExp) => (folder: string, random: Random) => {
	const file = oneOf(filesOf(folder, nameRe), random);
	const before = readFileSync(file);
	rmSync(file);
	return () => writeFileSync(file, before);
};

const cut = (nameRe: RegExp) => (folder: string, random: Random) => {
	const file = oneOf(filesOf(folder, nameRe), random);
	const before = readFileSync(file);
	writeFileSync(file, before.subarray(0, random(before.length)));
	return () => writeFileSync(file, before);
};

/** Two files in each other's places. */
const swap = (nameRe: RegExp) => (folder: string, random: Random) => {
	const files = filesOf(folder, nameRe);
	const first = oneOf(files, random);
	const second = oneOf(
		files.filter((file) => file !== first),
		random,
	);
	const exchange = () => {
		renameSync(first, `${first}.aside`);
		renameSync(second, first);
		renameSync(`${first}.aside`, second);
	};
	exchange();
	return exchange;
};

const add = (name: string, text: string) => (folder: string) => {
	writeFileSync(join(folder, name), text);
	return () => rmSync(join(folder, name));
};

const page = /\.html$/;
const paper = /papers[\\/][0-9a-z]{10}[\\/]index\.html$/;
const feed = /feeds[\\/].*\.xml$/;
const sitemap = /sitemap-\d+\.xml$/;
const into = (html: string) => replace(page, /<\/main>/, (end) => html + end);

/** The ways in which a site is broken, each many times at places that chance chooses. */
export const breakages: readonly Breakage[] = [
	...Object.entries({
		'a page': remove(page),
		'the page of a paper': remove(paper),
		'a style sheet or script': remove(/_astro/),
		'a feed': remove(feed),
		'a file of the index': remove(/\.packed$|terms\.json$/),
		'a file of data': remove(/\.(?:jsonl|jsonl\.gz|csv)$/),
		'the security policy': replace(
			page,
			/<meta http-equiv="Content-Security-Policy"[^>]*>/,
			'',
		),
		'a title': replace(page, /<title>[^<]*<\/title>/, ''),
		'the heading': replace(page, /<h1[^>]*>[^]*?<\/h1>/, ''),
		'the canonical address': replace(page, /<link rel="canonical"[^>]*>/, ''),
		'a line of data': replace(/papers\.jsonl\.gz$/, /^.*\n/m, ''),
		'an entry of a feed': replace(feed, /<entry>[^]*?<\/entry>/, ''),
		'an address of the sitemap': replace(sitemap, /<url>.*?<\/url>/, ''),
		'an anchor': replace(/digests[\\/].*\.html$/, / id="[0-9a-z]{10}"/, ''),
	}).map(([name, apply]) => ({ kind: 'removed' as const, name, apply })),
	...Object.entries({
		'a page': cut(page),
		'a feed': cut(feed),
		'a file of data': cut(/\.(?:jsonl|jsonl\.gz|csv|json)$/),
		'a file of the index': cut(/\.packed$/),
		'the sitemap': cut(/sitemap.*\.xml$/),
		'a style sheet or script': cut(/_astro/),
	}).map(([name, apply]) => ({ kind: 'cut' as const, name, apply })),
	...Object.entries({
		'two papers': swap(paper),
		'two digests': swap(/digests[\\/]\d{4}-\d\d-\d\d[^\\/]*[\\/]index\.html$/),
		'two texts of the index': swap(/texts[\\/]\d+\.packed$/),
		'two tables of numbers': swap(/\.csv$/),
		'two feeds': swap(feed),
		'a link and another': replace(
			page,
			/href="\/repo\/papers\/[0-9a-z]{10}\/"/,
			'href="/repo/papers/zzzzzzzzzz/"',
		),
	}).map(([name, apply]) => ({ kind: 'swapped' as const, name, apply })),
	...Object.entries({
		'the policy, by a host': replace(page, /script-src 'self'/, "script-src 'self' https:"),
		'the policy, by inline scripts': replace(
			page,
			/script-src 'self'/,
			"script-src 'self' 'unsafe-inline'",
		),
		'the policy, by a base': replace(page, /base-uri 'none'/, "base-uri 'self'"),
		'a tombstone, which may be listed': replace(page, /content="noindex"/, 'content="index"'),
		'a link, which leaves the base path': replace(page, /href="\/repo\//, 'href="/'),
		'a link, which lost its last slash': replace(page, /href="(\/repo\/[a-z]+)\/"/, (link) =>
			link.replace(/\/"$/, '"'),
		),
		'a link, by a bad escape': replace(page, /href="\/repo\/about\/"/, 'href="/repo/%zz/"'),
		'a doctype': replace(page, /<!doctype html>/i, ''),
		'the encoding': replace(page, /<\/main>/, '\u0007</main>'),
		'a feed, by a control character': replace(feed, /<title[^>]*>/, (tag) => `${tag}\f`),
		'a feed, by a tag that is not closed': replace(feed, /<\/entry>/, ''),
		'a line of data': replace(/papers\.jsonl\.gz$/, /"title":/, 'title:'),
		'the numbers of a table': replace(/\.csv$/, /\n[^\n]*,/, '\n'),
	}).map(([name, apply]) => ({ kind: 'weakened' as const, name, apply })),
	...Object.entries({
		'a file': add('new.txt', 'new'),
		'a page': add('new.html', '<p>new</p>'),
		'an inline script': into('<script>alert(1)</script>'),
		'a foreign script': into('<script src="https://evil.example/x.js"></script>'),
		'a foreign picture': into('<img src="https://evil.example/x.png" alt="">'),
		'a form to elsewhere': into('<form action="https://evil.example/"></form>'),
		'a frame': into('<iframe src="https://evil.example/"></iframe>'),
		'a handler': replace(page, /<h1/, '<h1 onclick="alert(1)"'),
		'an inline style': replace(page, /<h1/, '<h1 style="color:red"'),
		'a link that runs': into('<a href="javascript:alert(1)">x</a>'),
		'a base': replace(page, /<\/head>/, '<base href="https://evil.example/"></head>'),
		'a redirect': replace(
			page,
			/<\/head>/,
			'<meta http-equiv="refresh" content="0;url=https://evil.example/"></head>',
		),
		'a second heading': into('<h1>Twice</h1>'),
		'an id that is there': into('<i id="twice"></i><i id="twice"></i>'),
		'a line of data': replace(/papers\.jsonl\.gz$/, /^.*\n/m, (line) => line + line),
		'an entry of a feed': replace(feed, /<entry>[^]*?<\/entry>/, (entry) => entry + entry),
		'a link to nothing': into('<a href="/repo/nothing/">x</a>'),
	}).map(([name, apply]) => ({ kind: 'added' as const, name, apply })),
];

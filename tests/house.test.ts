import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from './support/site-pages.ts';
import { root } from './support/run-script.ts';

const view = 'model language components';
const stage = 'model text diagnostics';

/** Which rooms of `src/` each may import. */
const rooms: Readonly<Record<string, string>> = {
	site: 'model',
	diagnostics: '',
	prose: 'model site',
	model: '',
	text: 'model',
	language: 'model site',
	parse: stage,
	archive: stage,
	enrich: stage,
	trends: view,
	pipeline: `${stage} parse archive enrich trends site`,
	disk: 'model text diagnostics',
	loaders: 'model disk pipeline site',
	check: 'language',
	components: 'model language site search keyboard offline',
	keyboard: 'language',
	offline: 'model',
	saved: `${view} cite`,
	watch: `${view} search trends saved`,
	search: `${view} text site saved loaders keyboard`,
	paper: `${view} saved cite`,
	digests: `${view} saved cite`,
	named: `${view} trends`,
	head: `${view} site`,
	cite: `${view} text site`,
	feeds: `${view} site`,
	edition: `${view} site`,
	data: 'model site loaders',
	cards: 'model language site search',
	mcp: 'model language search data cite',
	sitemap: 'model',
	build: 'site model language loaders search data sitemap check feeds layouts watch cards',
	kept: 'model text pipeline build cards check search',
	layouts: `${view} site search named cards`,
	pages: `${view} site layouts offline search saved paper digests named trends feeds prose loaders head cite data watch cards`,
};
const pure = ['model', 'text', 'parse', 'archive', 'enrich', 'trends', 'pipeline', 'diagnostics'];
// A clock, chance, the disk or another process; and Astro, which only what plugs into it knows.
const impureRe =
	/\bDate\.now|\bnew Date\(\)|\bMath\.random|\bperformance\.|\bcrypto\.|['"](?:node:|astro)|\bprocess\./;
// `.replace(/<a>/…`: HTML is changed as a tree.
const htmlPatternRe =
	/^(?!\s*(?:\/\/|\*)).*(?:\/[^/\n]*(?<!\?)<\/?(?!\?|[=!:]|[^>\n]*<)[a-z]+\b[^\n]*\/[dgimsuy]*[.,);]|replaceAll\(\s*['"`][^'"`]*(?:href|src)=)/m;

const importRe = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;
const files = listFiles(join(root, 'src')).map((name) => name.slice(1));
const sources = new Map(files.map((file) => [file, readFileSync(join(root, 'src', file), 'utf8')]));
const roomOf = (file: string) => file.split(/[/.]/)[0]!;
const importsOf = (file: string) =>
	[...sources.get(file)!.matchAll(importRe)].map(([, path]) =>
		relative(root, join(root, 'src', dirname(file), path!))
			.split(sep)
			.join('/'),
	);

test('each room of the house imports only what the table gives it', () => {
	const strangers = files.flatMap((file) =>
		importsOf(file)
			.map((path) => (path.startsWith('src/') ? roomOf(path.slice(4)) : path))
			.filter(
				(room) =>
					room !== roomOf(file) &&
					!rooms[roomOf(file)]?.split(' ').includes(room) &&
					room !== 'styles',
			)
			.map((room) => `${file} imports ${room}`),
	);
	expect(strangers).toEqual([]);
	expect(new Set(files.map(roomOf))).toEqual(new Set([...Object.keys(rooms), 'styles']));
});

test('no file imports itself by way of others', () => {
	const done = new Set<string>();
	const walk = (file: string, way: readonly string[]): void => {
		expect(way, [...way, file].join(' → ')).not.toContain(file);
		if (!done.has(file))
			for (const next of importsOf(file))
				if (sources.has(next.slice(4))) walk(next.slice(4), [...way, file]);
		done.add(file);
	};
	for (const file of files) walk(file, []);
});

test.each(pure)('%s knows no clock, no chance, no disk and no Astro', (room) => {
	const impure = files.filter(
		(file) => roomOf(file) === room && impureRe.test(sources.get(file)!),
	);
	expect(impure).toEqual([]);
});

test('nothing edits serialized HTML by pattern', () => {
	expect(
		files.filter(
			(file) => /\.(?:ts|astro)$/.test(file) && htmlPatternRe.test(sources.get(file)!),
		),
	).toEqual([]);
});

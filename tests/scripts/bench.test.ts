import { parseXml } from '@rgrove/parse-xml';
import { expect, test } from 'vitest';
import { builtBy } from '../../scripts/bench.ts';
import { benchPage } from '../../scripts/bench/bench-page.ts';
import { barsOf, drawPlot } from '../../scripts/bench/draw-plot.ts';
import type { Fetched, Measured } from '../../scripts/bench/measured.ts';
import { formatBuild, type Made } from '../../scripts/build-report.ts';
import type { ArchiveView } from '../../src/model/view.ts';

const taken = (wall: number) => ({ wall, cpu: wall * 1.5, memory: wall * 2 ** 30 });
const built = (wall: number, pages: number) => ({
	...taken(wall),
	pages,
	stages: { compile: 0.5, pages: wall / 2 },
});
const fetched = (wall: number): Fetched => ({ bytes: 100_000 * wall, requests: 7, wall });
const synthetic: Measured = {
	archive: 'synthetic',
	papers: 1_000,
	cold: built(1.04, 2_100),
	again: built(0.26, 0),
	ingest: taken(0.5),
	more: built(0.76, 150),
	files: 2_345,
	bytes: { '.html': 20_000_000, '.xml': 5_040_000, '.svg': 300 },
	reading: { firstView: fetched(0.2), firstSearch: fetched(0.9), nextSearch: fetched(0.4) },
};
const own: Measured = { ...synthetic, archive: 'own', papers: 4_478 };
const bench = { machine: '2 × Fast', measured: [synthetic, own] };

test('the page has a row for each archive, and says on which machine', () => {
	const page = benchPage(bench);
	expect(page).toContain(
		'| synthetic | 1,000 | 1.0 s | 1.6 s | 0.3 s | 0.5 s + 0.8 s | 1.04 GiB | 2,345 | 25.0 KB |',
	);
	expect(page).toContain('| own | 4,478 |');
	expect(page).toContain('Measured on 2 × Fast.');
});

test('the page has the stages of builds, what readers wait for, and what bytes are of', () => {
	const page = benchPage(bench);
	expect(page).toContain(
		'| synthetic | 1,000 | first | 0.5 | 0.0 | 0.5 | 0.0 | 0.0 | 0.0 | 2,100 |',
	);
	expect(page).toContain(
		'| own | 4,478 | one dump more | 0.5 | 0.0 | 0.4 | 0.0 | 0.0 | 0.0 | 150 |',
	);
	expect(page).toContain(
		'| own | 4,478 | 20 KB, 7 requests, 0.20 s | 90 KB, 7 requests, 0.90 s | 40 KB, 7 requests, 0.40 s |',
	);
	expect(page).toContain('| archive | papers | `.html` | `.xml` | all |');
	expect(page).toContain('| synthetic | 1,000 | 20.0 | 5.0 | 25.0 |');
});

test('the picture has three bars for each archive, and is the same each time', async () => {
	expect(barsOf([own]).map(({ label, value }) => `${label}: ${value}`)).toEqual([
		'4,478 papers (own), first build: 1',
		'one dump more: 1.3',
		'nothing new: 0.3',
	]);
	const picture = await drawPlot(bench);
	expect(parseXml(picture).root?.name).toBe('svg');
	expect(picture.match(/class="series"/g)).toHaveLength(6);
	expect(await drawPlot(bench)).toBe(picture);
});

test('what a build says of itself is read: its stages, and the pages that it made', () => {
	const archive = {
		papers: new Map(),
		digests: new Map(),
		restoration: { counts: {}, files: [] },
		notes: [],
	} as unknown as ArchiveView;
	const made = {
		report: { pages: 12_022, files: 1, bytes: 1, kinds: new Map(), links: 1, findings: [] },
		pages: { all: 12_022, made: 1_751 },
		texts: { all: 20, made: 10 },
	} as unknown as Made;
	const stages = new Map([
		['compile', 0.62],
		['read', 12.7],
		['swap', 0.04],
	]);
	const output = formatBuild(archive, stages, made);
	expect(builtBy({ ...taken(2), output })).toEqual({
		...taken(2),
		pages: 1_751,
		stages: { compile: 0.6, read: 12.7, pages: 0, index: 0, check: 0, swap: 0 },
	});
	expect(builtBy({ ...taken(2), output: 'The site is as it was.' })).toEqual({
		...taken(2),
		pages: 0,
		stages: {},
	});
});

import { parseXml } from '@rgrove/parse-xml';
import { expect, test } from 'vitest';
import { benchPage } from '../../scripts/bench/bench-page.ts';
import { barsOf, drawPlot } from '../../scripts/bench/draw-plot.ts';
import type { Measured } from '../../scripts/bench/measured.ts';

const taken = (wall: number) => ({ wall, cpu: wall * 1.5, memory: wall * 2 ** 30 });
const synthetic: Measured = {
	archive: 'synthetic',
	papers: 1_000,
	cold: taken(1.04),
	again: taken(0.26),
	ingest: taken(0.5),
	more: taken(0.76),
	files: 2_345,
	bytes: { '.html': 20_000_000, '.xml': 5_040_000 },
	stages: '',
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

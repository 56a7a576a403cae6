import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'astro';
import { formatCount } from '../../src/language/format.ts';
import type { Bar } from '../../src/trends/pictures.ts';
import type { Bench, Measured } from './measured.ts';

/** `docs/bench.svg`: the seconds of builds as bars, drawn by the chart of `/trends/`. */
export async function drawPlot({ measured }: Bench): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'offprint-plot-'));
	try {
		await build({
			root: join(import.meta.dirname, '../..'),
			srcDir: join(import.meta.dirname, 'plot'),
			publicDir: join(folder, 'public'),
			outDir: join(folder, 'site'),
			cacheDir: join(folder, 'cache'),
			configFile: false,
			logLevel: 'error',
			vite: { define: { plottedBars: JSON.stringify(barsOf(measured)) } },
		});
		return `${await readFile(join(folder, 'site/index.html'), 'utf8')}\n`;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** A build from nothing, one with a dump more and one with nothing new for each archive. */
export function barsOf(measured: readonly Measured[]): Bar[] {
	return measured.flatMap(({ archive, papers, cold, again, ingest, more }) => {
		const name = `${formatCount(papers, 'paper')}${archive === 'own' ? ' (own)' : ''}`;
		return [
			{ label: `${name}, first build`, value: rounded(cold.wall) },
			{ label: 'one dump more', value: rounded(ingest.wall + more.wall) },
			{ label: 'nothing new', value: rounded(again.wall) },
		];
	});
}

/** To tenths of a second. */
function rounded(seconds: number): number {
	return Math.round(seconds * 10) / 10;
}

import { formatNumber } from '../../src/language/format.ts';
import type { Bench, Measured, Taken } from './measured.ts';

/** `docs/bench.md`: what builds took, as a picture and a table. */
export function benchPage({ machine, measured }: Bench): string {
	return `${[
		'# Bench',
		'What builds take: from nothing, again with nothing new, and with one dump more, which is ingested first. “Processor” is the time of all threads and processes, “memory” the most that all processes held at once. This page and its picture are made by `npm run bench`, from `docs/bench.json`.',
		'![Seconds of a build, by the papers of an archive](bench.svg)',
		benchTable(measured),
		`Measured on ${machine}. Synthetic archives are sentences of the dumps in \`content/\`, mixed, with names and words of their own (\`scripts/bench/synthetic-archive.ts\`).`,
	].join('\n\n')}\n`;
}

/** What was measured, as a table in Markdown. */
export function benchTable(measured: readonly Measured[]): string {
	return [columns.map(([name]) => name), columns.map(() => '---'), ...measured.map(cellsOf)]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}

const columns: readonly (readonly [name: string, cell: (one: Measured) => string])[] = [
	['archive', ({ archive }) => archive],
	['papers', ({ papers }) => formatNumber(papers)],
	['first build', ({ cold }) => seconds(cold.wall)],
	['its processor', ({ cold }) => seconds(cold.cpu)],
	['nothing new', ({ again }) => seconds(again.wall)],
	['one dump more', ({ ingest, more }) => `${seconds(ingest.wall)} + ${seconds(more.wall)}`],
	['memory', (one) => `${(mostMemory(one) / 2 ** 30).toFixed(2)} GiB`],
	['files', ({ files }) => formatNumber(files)],
	['a paper', ({ bytes, papers }) => `${(totalOf(bytes) / papers / 1000).toFixed(1)} KB`],
];

function cellsOf(one: Measured): string[] {
	return columns.map(([, cell]) => cell(one));
}

function mostMemory({ cold, again, ingest, more }: Measured): number {
	return Math.max(...[cold, again, ingest, more].map(({ memory }: Taken) => memory));
}

function totalOf(bytes: Measured['bytes']): number {
	return Object.values(bytes).reduce((sum, size) => sum + size, 0);
}

function seconds(time: number): string {
	return `${time.toFixed(1)} s`;
}

import { formatNumber } from '../../src/language/format.ts';
import { stageNames } from '../build-report.ts';
import type { Bench, Built, Fetched, Measured, Taken } from './measured.ts';

/** `docs/bench.md`: what builds and readers took, as a picture and tables. */
export function benchPage({ machine, measured }: Bench): string {
	return `${[
		'# Bench',
		'What builds take: from nothing, again with nothing new, and with one dump more, which is ingested first. “Processor” is the time of all threads and processes, “memory” the most that all processes held at once. This page and its picture are made by `npm run bench`, from `docs/bench.json`.',
		'![Seconds of a build, by the papers of an archive](bench.svg)',
		benchTable(measured),
		`Measured on ${machine}. Synthetic archives are sentences of the dumps in \`content/\`, mixed, with names and words of their own (\`scripts/bench/synthetic-archive.ts\`).`,
		'## Stages',
		'Seconds by the clock, and the pages that were rendered. Stages overlap: pages are compiled, and the index is begun, while the archive is read.',
		tableOf(measured.flatMap(stagesOf), stageColumns),
		'## What readers wait for',
		'In Chromium on the same machine, over a local server that compresses as GitHub Pages does. First views and first searches are of a browser that has nothing of the site; a view is there when something is shown, a search when its results are. Searches are the last three words of titles. Medians.',
		tableOf(measured, readingColumns),
		'## Bytes',
		'Kilobytes a paper, by the kind of file; kinds below one part in a hundred are left out.',
		bytesTable(measured),
	].join('\n\n')}\n`;
}

/** What builds took, as a table in Markdown. */
export function benchTable(measured: readonly Measured[]): string {
	return tableOf(measured, buildColumns);
}

type Column<Row> = readonly [name: string, cell: (row: Row) => string];

function tableOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
	const cells = rows.map((row) => columns.map(([, cell]) => cell(row)));
	return [columns.map(([name]) => name), columns.map(() => '---'), ...cells]
		.map((line) => `| ${line.join(' | ')} |`)
		.join('\n');
}

const archiveColumns: readonly Column<Pick<Measured, 'archive' | 'papers'>>[] = [
	['archive', ({ archive }) => archive],
	['papers', ({ papers }) => formatNumber(papers)],
];

const buildColumns: readonly Column<Measured>[] = [
	...archiveColumns,
	['first build', ({ cold }) => seconds(cold.wall)],
	['its processor', ({ cold }) => seconds(cold.cpu)],
	['nothing new', ({ again }) => seconds(again.wall)],
	['one dump more', ({ ingest, more }) => `${seconds(ingest.wall)} + ${seconds(more.wall)}`],
	['memory', (one) => `${(mostMemory(one) / 2 ** 30).toFixed(2)} GiB`],
	['files', ({ files }) => formatNumber(files)],
	['a paper', (one) => `${perPaper(one, totalOf(one.bytes))} KB`],
];

/** The stages of one build. */
interface BuildStages
	extends Pick<Measured, 'archive' | 'papers'>, Pick<Built, 'pages' | 'stages'> {
	readonly build: string;
}

function stagesOf({ archive, papers, cold, more }: Measured): BuildStages[] {
	return [
		{ archive, papers, build: 'first', ...cold },
		{ archive, papers, build: 'one dump more', ...more },
	];
}

const stageColumns: readonly Column<BuildStages>[] = [
	...archiveColumns,
	['build', ({ build }) => build],
	...stageNames.map((name): Column<BuildStages> => [
		name,
		({ stages }) => (stages[name] ?? 0).toFixed(1),
	]),
	['pages made', ({ pages }) => formatNumber(pages)],
];

const readingColumns: readonly Column<Measured>[] = [
	...archiveColumns,
	['first view', ({ reading }) => fetched(reading.firstView)],
	['first search', ({ reading }) => fetched(reading.firstSearch)],
	['next search', ({ reading }) => fetched(reading.nextSearch)],
];

const leastShare = 0.01;

function bytesTable(measured: readonly Measured[]): string {
	const kinds = [...new Set(measured.flatMap(({ bytes }) => Object.keys(bytes)))].filter((kind) =>
		measured.some(({ bytes }) => (bytes[kind] ?? 0) >= leastShare * totalOf(bytes)),
	);
	return tableOf(measured, [
		...archiveColumns,
		...kinds.map((kind): Column<Measured> => [
			`\`${kind}\``,
			(one) => perPaper(one, one.bytes[kind] ?? 0),
		]),
		['all', (one) => perPaper(one, totalOf(one.bytes))],
	]);
}

function perPaper({ papers }: Measured, bytes: number): string {
	return (bytes / papers / 1000).toFixed(1);
}

function mostMemory({ cold, again, ingest, more }: Measured): number {
	return Math.max(...[cold, again, ingest, more].map(({ memory }: Taken) => memory));
}

function totalOf(bytes: Measured['bytes']): number {
	return Object.values(bytes).reduce((sum, size) => sum + size, 0);
}

/** `109 KB, 26 requests, 0.58 s` */
function fetched({ bytes, requests, wall }: Fetched): string {
	return `${(bytes / 1000).toFixed(0)} KB, ${requests} requests, ${wall.toFixed(2)} s`;
}

function seconds(time: number): string {
	return `${time.toFixed(1)} s`;
}

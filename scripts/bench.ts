import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { cpus, tmpdir, totalmem, type } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { digestOfDump } from '../src/model/dump-name.ts';
import { formatNumber } from '../src/language/format.ts';
import { readArguments, UsageError } from './arguments.ts';
import { benchPage, benchTable } from './bench/bench-page.ts';
import { drawPlot } from './bench/draw-plot.ts';
import type { Bench, Built, Measured, Taken } from './bench/measured.ts';
import { measureCommand, type Cost } from './bench/measure-command.ts';
import { measureReading } from './bench/measure-reading.ts';
import { syntheticDumps } from './bench/synthetic-archive.ts';
import { runHere, type Terminal } from './run.ts';

const usualSizes = '316,1000,10000';

const usage = `npm run bench -- [--papers ${usualSizes}] [--content DIR] [--out docs] [--draw]`;

const root = resolve(import.meta.dirname, '..');

/**
 * `npm run bench`: measure builds of synthetic archives, of one's own, or both, and write down what they
 * took as JSON, as a page and as a picture. With `--draw` the last two are made again of the first.
 */
export async function bench({ parameters, print }: Terminal): Promise<number> {
	const { values } = readArguments(parameters, usage, {
		papers: { type: 'string' },
		content: { type: 'string' },
		out: { type: 'string', default: 'docs' },
		draw: { type: 'boolean', default: false },
	});
	const file = join(values.out, 'bench.json');
	if (!values.draw) {
		const sizes = readSizes(values.papers ?? (values.content === undefined ? usualSizes : ''));
		const measured = await inFolder((folder) =>
			measureAll(sizes, values.content, folder, print),
		);
		writeFileSync(
			file,
			`${JSON.stringify({ machine: machine(), measured }, undefined, '\t')}\n`,
		);
	}
	const result = JSON.parse(readFileSync(file, 'utf8')) as Bench;
	writeFileSync(join(values.out, 'bench.md'), benchPage(result));
	writeFileSync(join(values.out, 'bench.svg'), await drawPlot(result));
	print(benchTable(result.measured));
	return 0;
}

function readSizes(text: string): number[] {
	const sizes = text
		.split(',')
		.filter((size) => size !== '')
		.map(Number);
	if (sizes.every((size) => Number.isInteger(size) && size > 0)) return sizes;
	throw new UsageError(`Unexpected --papers ${text}, expected numbers\nUsage: ${usage}`);
}

/** What is measured lies in folders of a folder: to remove one would slow down what files the next one makes. */
async function measureAll(
	sizes: readonly number[],
	content: string | undefined,
	folder: string,
	print: Terminal['print'],
): Promise<Measured[]> {
	const measured: Measured[] = [];
	if (content !== undefined) {
		print(`${content} …`);
		measured.push(await measureOwn(resolve(content), makeFolder(folder, 'own')));
	}
	for (const papers of sizes) {
		print(`${formatNumber(papers)} papers …`);
		measured.push(await measureSynthetic(papers, makeFolder(folder, String(papers))));
	}
	return measured.toSorted((a, b) => a.papers - b.papers);
}

function machine(): string {
	const memory = Math.round(totalmem() / 2 ** 30);
	return `${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory} GiB, ${type()}, Node ${process.version}`;
}

function makeFolder(parent: string, name: string): string {
	const folder = join(parent, name);
	mkdirSync(folder);
	return folder;
}

async function measureSynthetic(papers: number, folder: string): Promise<Measured> {
	const dumps = [...syntheticDumps(join(root, 'content'), papers)];
	const files = dumps.map(({ day, text }) => {
		const file = join(folder, `${day}.txt`);
		writeFileSync(file, text);
		return file;
	});
	const content = makeFolder(folder, 'content');
	// Past what GitHub Pages takes, too.
	writeFileSync(join(content, 'site.yaml'), 'hostSize: 100\n');
	if (files.length > 1) await ingest(content, files.slice(0, -1));
	return measureArchive('synthetic', papers, content, files.at(-1)!, folder);
}

/** An archive as it is, less its last digest, which is the one dump more. */
async function measureOwn(original: string, folder: string): Promise<Measured> {
	const dumps = readdirSync(join(original, 'dumps')).filter(digestOfDump);
	const files = dumps.sort().map((name) => {
		cpSync(join(original, 'dumps', name), join(folder, name));
		return join(folder, name);
	});
	const content = join(folder, 'content');
	await ingest(content, files.slice(0, -1));
	return measureArchive('own', 0, content, files.at(-1)!, folder);
}

async function measureArchive(
	archive: Measured['archive'],
	papers: number,
	content: string,
	last: string,
	folder: string,
): Promise<Measured> {
	const out = join(folder, 'site');
	const build = () => measureCommand(root, 'build', ['--content', content, '--out', out]);
	setAside(join(root, '.cache'), join(folder, 'cache-before'));
	const cold = await build();
	const again = await build();
	const ingested = await ingest(content, [last]);
	const more = await build();
	const sizes = sizesOf(out);
	return {
		archive,
		papers: papers || Number(/^([\d,]+) papers?/m.exec(more.output)?.[1]?.replaceAll(',', '')),
		cold: builtBy(cold),
		again: builtBy(again),
		ingest: takenBy(ingested),
		more: builtBy(more),
		files: sizes.length,
		bytes: byKind(sizes),
		reading: await measureReading(out),
	};
}

function setAside(folder: string, place: string): void {
	try {
		renameSync(folder, place);
	} catch {
		// There is none, or its disk is another.
		rmSync(folder, { recursive: true, force: true });
	}
}

function ingest(content: string, files: readonly string[]): Promise<Cost> {
	return measureCommand(root, 'ingest', [...files, '--content', content]);
}

async function inFolder<Result>(action: (folder: string) => Promise<Result>): Promise<Result> {
	const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-'));
	try {
		return await action(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function sizesOf(out: string): { name: string; size: number }[] {
	return readdirSync(out, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => ({ name, size: statSync(join(parentPath, name)).size }));
}

function byKind(sizes: readonly { name: string; size: number }[]): Record<string, number> {
	const bytes: Record<string, number> = {};
	for (const { name, size } of sizes) {
		const kind = extname(name) || name;
		bytes[kind] = (bytes[kind] ?? 0) + size;
	}
	return bytes;
}

function takenBy({ wall, cpu, memory }: Cost): Taken {
	return { wall, cpu, memory };
}

/** What a build took, with what it says of itself: `made anew: 751 of 12,022 pages`, `compile 0.6 s, read 2.7 s, …`. */
export function builtBy(cost: Cost): Built {
	const pages = /^made anew: ([\d,]+) of/m.exec(cost.output)?.[1] ?? '0';
	const stages = /^compile .*/m.exec(cost.output)?.[0] ?? '';
	return {
		...takenBy(cost),
		pages: Number(pages.replaceAll(',', '')),
		stages: Object.fromEntries(
			Array.from(stages.matchAll(/([a-z]+) ([\d.]+) s\b/g), ([, name, seconds]) => [
				name,
				Number(seconds),
			]),
		),
	};
}

if (import.meta.main) await runHere(bench);

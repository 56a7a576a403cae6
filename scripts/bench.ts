import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem, type } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { digestOfDump } from '../src/model/dump-name.ts';
import { formatNumber } from '../src/language/format.ts';
import { readArguments, UsageError } from './arguments.ts';
import { measureCommand, type Cost } from './bench/measure-command.ts';
import { syntheticDumps } from './bench/synthetic-archive.ts';
import { runHere, type Terminal } from './run.ts';

const usage = 'npm run bench -- [--papers 316,1000,10000] [--content DIR] [--out docs]';

const root = resolve(import.meta.dirname, '..');

/** What one archive took: built from nothing, again, and with one dump more, which is ingested first. */
interface Measured {
	readonly archive: string;
	readonly papers: number;
	readonly cold: Omit<Cost, 'output'>;
	readonly again: Omit<Cost, 'output'>;
	readonly ingest: Omit<Cost, 'output'>;
	readonly more: Omit<Cost, 'output'>;
	readonly files: number;
	/** Bytes by the kind of file, e.g. `.html`. */
	readonly bytes: Readonly<Record<string, number>>;
	/** Seconds by stage of the cold build, in its own words. */
	readonly stages: string;
}

/** `npm run bench`: measure builds of synthetic archives, or of one's own, and write down what they took. */
export async function bench({ parameters, print }: Terminal): Promise<number> {
	const { values } = readArguments(parameters, usage, {
		papers: { type: 'string', default: '316,1000,10000' },
		content: { type: 'string' },
		out: { type: 'string', default: 'docs' },
	});
	const sizes = values.papers.split(',').map(Number);
	if (values.content === undefined && !sizes.every((size) => Number.isInteger(size) && size > 0))
		throw new UsageError(
			`Unexpected --papers ${values.papers}, expected numbers\nUsage: ${usage}`,
		);
	const measured: Measured[] = [];
	if (values.content !== undefined) measured.push(await measureOwn(resolve(values.content)));
	else
		for (const papers of sizes) {
			print(`${formatNumber(papers)} papers …`);
			measured.push(await measureSynthetic(papers));
		}
	const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}, Node ${process.version}`;
	writeFileSync(
		join(values.out, 'bench.json'),
		`${JSON.stringify({ machine, measured }, undefined, '\t')}\n`,
	);
	print(tableOf(measured));
	return 0;
}

async function measureSynthetic(papers: number): Promise<Measured> {
	return inFolder(async (folder) => {
		const dumps = [...syntheticDumps(join(root, 'content'), papers)];
		const files = dumps.map(({ day, text }) => {
			const file = join(folder, `${day}.txt`);
			writeFileSync(file, text);
			return file;
		});
		const content = join(folder, 'content');
		if (files.length > 1) await ingest(content, files.slice(0, -1));
		return measureArchive('synthetic', papers, content, files.at(-1)!, folder);
	});
}

/** An archive as it is, less its last digest, which is the one dump more. */
async function measureOwn(original: string): Promise<Measured> {
	return inFolder(async (folder) => {
		const dumps = readdirSync(join(original, 'dumps')).filter(digestOfDump);
		const files = dumps.sort().map((name) => {
			cpSync(join(original, 'dumps', name), join(folder, name));
			return join(folder, name);
		});
		const content = join(folder, 'content');
		await ingest(content, files.slice(0, -1));
		return measureArchive(original, 0, content, files.at(-1)!, folder);
	});
}

async function measureArchive(
	archive: string,
	papers: number,
	content: string,
	last: string,
	folder: string,
): Promise<Measured> {
	const out = join(folder, 'site');
	const build = () => measureCommand(root, 'build', ['--content', content, '--out', out]);
	rmSync(join(root, '.cache'), { recursive: true, force: true });
	const cold = await build();
	const again = await build();
	const ingested = await ingest(content, [last]);
	const more = await build();
	const sizes = sizesOf(out);
	return {
		archive,
		papers: papers || Number(/^([\d,]+) papers?/m.exec(more.output)?.[1]?.replaceAll(',', '')),
		cold: withoutOutput(cold),
		again: withoutOutput(again),
		ingest: withoutOutput(ingested),
		more: withoutOutput(more),
		files: sizes.length,
		bytes: byKind(sizes),
		stages: /^compile .*$/m.exec(cold.output)?.[0] ?? '',
	};
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

function withoutOutput({ wall, cpu, memory }: Cost): Omit<Cost, 'output'> {
	return { wall, cpu, memory };
}

/** What was measured, as a table in Markdown. */
function tableOf(measured: readonly Measured[]): string {
	const rows = measured.map(({ papers, cold, again, ingest, more, files, bytes }) => {
		const total = Object.values(bytes).reduce((sum, size) => sum + size, 0);
		return [
			formatNumber(papers),
			seconds(cold),
			seconds(again),
			`${seconds(ingest)} + ${seconds(more)}`,
			`${(cold.memory / 2 ** 30).toFixed(2)} GiB`,
			formatNumber(files),
			`${(total / papers / 1000).toFixed(1)} KB`,
		];
	});
	const head = ['papers', 'cold', 'again', 'one dump more', 'memory', 'files', 'a paper'];
	return [head, head.map(() => '---'), ...rows]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}

function seconds({ wall }: Pick<Cost, 'wall'>): string {
	return `${wall.toFixed(1)} s`;
}

if (import.meta.main) await runHere(bench);

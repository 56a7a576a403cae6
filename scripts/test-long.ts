import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem, type } from 'node:os';
import { join, resolve } from 'node:path';
import { runHere, type Terminal } from './run.ts';

const root = resolve(import.meta.dirname, '..');
const trustPage = join(root, 'docs/trust.md');

// `figure T3: 1000000 inputs, …`
const figureRe = /figure (T\d+): (.*)$/gm;

/** `npm run test:long`: try the promises at full size, and write down the figures. */
export async function testLong({ print, warn }: Terminal): Promise<number> {
	const { code, output, seconds } = await runTests();
	const figures = [...output.matchAll(figureRe)].map(
		([, promise, text]) => `| ${promise} | ${text} |`,
	);
	if (code !== 0) {
		warn('The long tests failed; docs/trust.md stays as it was.');
		return 1;
	}
	const page = await readFile(trustPage, 'utf8');
	await writeFile(
		trustPage,
		page.replace(lastRunRe, () => report(figures, seconds)),
	);
	print('\nThe figures are in docs/trust.md. Next: read them, and commit.');
	return 0;
}

// Whose tests are more, or larger, in the long run.
const tried = [
	'tests/browser/german',
	'tests/browser/hostile-pages',
	'tests/browser/offline',
	'tests/browser/pages',
	'tests/browser/search-',
	'tests/processes',
	'tests/promises',
	'tests/rehearsals',
	'tests/scripts/damaged-content',
	'tests/site/breakages',
];

async function runTests() {
	const start = performance.now();
	const vitest = join(root, 'node_modules/vitest/vitest.mjs');
	const child = spawn(
		process.execPath,
		[vitest, 'run', ...tried, '--no-file-parallelism', '--reporter=verbose'],
		{
			cwd: root,
			env: { ...process.env, OFFPRINT_LONG: '1', NO_COLOR: '1' },
			stdio: ['ignore', 'pipe', 'inherit'],
		},
	);
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		output += text;
		process.stdout.write(text);
	});
	const code = await new Promise<number | null>((done) => child.on('close', done));
	return { code, output, seconds: (performance.now() - start) / 1000 };
}

// From the heading to the next one.
const lastRunRe = /^## The last long run$.*?(?=^## )/ms;

/** The section of the page that tells of a run. */
function report(figures: readonly string[], seconds: number): string {
	const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}, Node ${process.version}`;
	return `## The last long run

${new Date().toISOString().slice(0, 10)}, ${(seconds / 60).toFixed(0)} minutes, on ${machine}. All passed.

| promise | figure |
| --- | --- |
${figures.join('\n')}

`;
}

if (import.meta.main) await runHere(testLong);

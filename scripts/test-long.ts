import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem, type } from 'node:os';
import { join, resolve } from 'node:path';
import { runHere, type Terminal } from './run.ts';

const root = resolve(import.meta.dirname, '..');

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
	await writeFile(join(root, 'docs/trust.md'), report(figures, seconds));
	print('\nThe figures are in docs/trust.md. Next: read them, and commit.');
	return 0;
}

async function runTests() {
	const start = performance.now();
	const vitest = join(root, 'node_modules/vitest/vitest.mjs');
	const child = spawn(
		process.execPath,
		[
			vitest,
			'run',
			'tests/promises',
			'tests/processes',
			'tests/site/breakages.test.ts',
			'--no-file-parallelism',
			'--reporter=verbose',
		],
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

function report(figures: readonly string[], seconds: number): string {
	const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}, Node ${process.version}`;
	return `# What was tried, and what came of it

The promises and how they are shown. \`npm test\` tries each a few times; \`npm run test:long\` tries them at full size and writes
this page. \`npm run test:repro\` builds twice in worlds that differ in path, time zone, locale, umask, file order, cores and clock.

## The last long run

${new Date().toISOString().slice(0, 10)}, ${(seconds / 60).toFixed(0)} minutes, on ${machine}. All passed.

| promise | figure |
| --- | --- |
${figures.join('\n')}

## What is known to be open

Between the two renames that put a new site in the place of the old one there is an instant without either. A kill in that
instant leaves the old site beside its place, as \`dist.offprint-old\`; the next build puts it back or replaces it.
`;
}

if (import.meta.main) await runHere(testLong);

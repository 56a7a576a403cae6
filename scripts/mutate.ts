import { readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { readArguments } from './arguments.ts';
import { copyProject, root, trackedFiles } from './mutation/copied-project.ts';
import { mutantsOf } from './mutation/mutants.ts';
import { measureReach, type FileMutant, type TestReach } from './mutation/reach.ts';
import { createTestProcess, type TestProcess } from './mutation/test-process.ts';
import { runHere, type Terminal } from './run.ts';

const usage = 'npm run mutate -- [FILE-or-FOLDER…] [--every N] [--from N] [--within SECONDS]';

// What serves addresses, and what it rests on.
const guarded = ['src/parse', 'src/archive', 'src/loaders', 'src/model', 'src/disk', 'src/sitemap'];

/** A mutant, the tests that come to it, and whether one of them noticed it. */
interface Outcome {
	readonly mutant: FileMutant;
	readonly isReached: boolean;
	readonly survived: boolean;
}

/** `npm run mutate`: change the code in small ways, and list the changes that no test notices. */
async function mutate({ parameters, print }: Terminal): Promise<number> {
	const { values, positionals } = readArguments(parameters, usage, {
		every: { type: 'string', default: '1' },
		from: { type: 'string', default: '0' },
		// What only a long test notices is not said where a reader looks for it.
		within: { type: 'string', default: '5' },
	});
	const mutants = await mutantsIn(positionals.length > 0 ? positionals : guarded);
	const [every, from] = [Number(values.every), Number(values.from)];
	const isChosen = (number: number) => number % every === from;
	const copies = await Promise.all(Array.from({ length: availableParallelism() }, copyProject));
	try {
		const tests = await measureReach(copies[0]!, mutants);
		const short = tests.filter(
			({ milliseconds }) => milliseconds <= 1000 * Number(values.within),
		);
		const queue = mutants
			.map((mutant, number) => ({ mutant, tests: testsOf(mutant, number, short) }))
			.filter((_, number) => isChosen(number));
		print(formatOutcomes(await tryAll(queue, copies, print)));
	} finally {
		for (const copy of copies) await rm(copy, { recursive: true, force: true });
	}
	return 0;
}

async function mutantsIn(paths: readonly string[]): Promise<FileMutant[]> {
	const files = trackedFiles(paths).filter((file) => file.endsWith('.ts'));
	const lists = files.map(async (file) => {
		const text = await readFile(join(root, file), 'utf8');
		return mutantsOf(text).map((mutant) => ({ ...mutant, file }));
	});
	return (await Promise.all(lists)).flat();
}

/** The tests that come to a mutant, those beside its file first, then the cheap ones. */
function testsOf({ file }: FileMutant, number: number, tests: readonly TestReach[]): TestReach[] {
	const beside = join(dirname(file), basename(file, '.ts')).replace(/^src/, 'tests');
	const distance = ({ test }: TestReach) =>
		test === `${beside}.test.ts` ? 0 : dirname(test) === dirname(beside) ? 1 : 2;
	return tests
		.filter(({ reached }) => reached.includes(number))
		.toSorted((a, b) => distance(a) - distance(b) || a.milliseconds - b.milliseconds);
}

interface Trial {
	readonly mutant: FileMutant;
	readonly tests: readonly TestReach[];
}

/** Share the trials among the copies of the project. */
async function tryAll(
	trials: readonly Trial[],
	copies: readonly string[],
	print: (text: string) => void,
): Promise<Outcome[]> {
	const queue = [...trials];
	const outcomes: Outcome[] = [];
	const work = async (copy: string): Promise<void> => {
		const tester = createTestProcess(copy);
		for (let trial = queue.shift(); trial; trial = queue.shift()) {
			const survived = await survives(copy, trial, tester);
			const outcome = { mutant: trial.mutant, isReached: trial.tests.length > 0, survived };
			outcomes.push(outcome);
			if (survived) print(`${outcomes.length} ${describe(outcome)}`);
		}
		tester.end();
	};
	await Promise.all(copies.map(work));
	return outcomes;
}

async function survives(
	copy: string,
	{ mutant, tests }: Trial,
	tester: TestProcess,
): Promise<boolean> {
	const { file, start, end, text } = mutant;
	const path = join(copy, file);
	const original = await readFile(path, 'utf8');
	await writeFile(path, original.slice(0, start) + text + original.slice(end));
	try {
		for (const part of portions(tests)) {
			const cost = part.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
			const run = { changed: file, tests: part.map(({ test }) => test) };
			// A busy machine is slow; a mutant that never ends is found out by then.
			if (!(await tester.passes(run, 30_000 + 20 * cost))) return false;
		}
		return true;
	} finally {
		await writeFile(path, original);
	}
}

/** The tests in portions of which each costs more than the one before: most mutants die in the first. */
function portions(tests: readonly TestReach[]): TestReach[][] {
	const parts: TestReach[][] = [];
	let allowed = 0;
	for (const test of tests) {
		allowed -= test.milliseconds;
		if (allowed < 0) {
			parts.push([]);
			allowed = 100 * 4 ** parts.length;
		}
		parts.at(-1)!.push(test);
	}
	return parts;
}

function describe({ mutant: { file, line, from, text }, isReached }: Outcome): string {
	return `${file}:${line}  ${from} → ${text}${isReached ? '' : '  (no test comes to it)'}`;
}

function formatOutcomes(outcomes: readonly Outcome[]): string {
	const byFolder = Map.groupBy(outcomes, ({ mutant }) => dirname(mutant.file));
	const folders = [...byFolder].toSorted(([a], [b]) => (a < b ? -1 : 1));
	return [
		...outcomes
			.filter(({ survived }) => survived)
			.map(describe)
			.toSorted(),
		...folders.map(([folder, own]) => `${folder}: ${formatScore(own)}`),
		formatScore(outcomes),
	].join('\n');
}

function formatScore(outcomes: readonly Outcome[]): string {
	const killed = outcomes.filter(({ survived }) => !survived).length;
	const share = ((100 * killed) / Math.max(1, outcomes.length)).toFixed(1);
	return `${killed} of ${outcomes.length} changes were noticed (${share} %)`;
}

await runHere(mutate);

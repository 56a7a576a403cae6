import { execFileSync, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { readArguments } from './arguments.ts';
import { mutantsOf, type Mutant } from './mutants.ts';
import { runHere, type Terminal } from './run.ts';

const usage = 'npm run mutate -- [FILE-or-FOLDER…] [--every N]';

// What serves addresses, and what they rest on.
const guarded = ['src/parse', 'src/archive', 'src/loaders', 'src/model', 'src/disk', 'src/sitemap'];

const root = resolve(import.meta.dirname, '..');
// A mutant that never ends is found out by then.
const patience = 120_000;

/** A change of one file, and whether any test noticed it. */
interface Outcome extends Mutant {
	readonly file: string;
	readonly survived: boolean;
}

/** `npm run mutate`: change the code in small ways, and list the changes that no test notices. */
async function mutate({ parameters, print }: Terminal): Promise<number> {
	const { values, positionals } = readArguments(parameters, usage, {
		every: { type: 'string', default: '1' },
	});
	const files = sourcesIn(positionals.length > 0 ? positionals : guarded);
	const mutants: (Mutant & { file: string })[] = [];
	for (const file of files) {
		const text = await readFile(join(root, file), 'utf8');
		mutants.push(...mutantsOf(text).map((mutant) => ({ ...mutant, file })));
	}
	const chosen = mutants.filter((_, index) => index % Number(values.every) === 0);
	print(formatOutcomes(await tryAll(chosen, print)));
	return 0;
}

function sourcesIn(paths: readonly string[]): string[] {
	const list = execFileSync('git', ['ls-files', '--', ...paths], { cwd: root, encoding: 'utf8' });
	return list.split('\n').filter((file) => file.endsWith('.ts'));
}

/** Share the mutants among as many copies of the project as there are cores. */
async function tryAll(
	mutants: readonly (Mutant & { file: string })[],
	print: (text: string) => void,
): Promise<Outcome[]> {
	const queue = [...mutants];
	const outcomes: Outcome[] = [];
	const work = async (): Promise<void> => {
		const copy = await copyProject();
		try {
			for (let next = queue.shift(); next; next = queue.shift()) {
				const outcome = { ...next, survived: await survives(copy, next) };
				outcomes.push(outcome);
				if (outcome.survived) print(`${outcomes.length} ${describe(outcome)}`);
			}
		} finally {
			await rm(copy, { recursive: true, force: true });
		}
	};
	await Promise.all(cpus().map(work));
	return outcomes;
}

/** The files that git tracks, with the same packages. */
async function copyProject(): Promise<string> {
	const copy = await mkdtemp(join(tmpdir(), 'offprint-mutants-'));
	const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
	for (const file of files.split('\0').filter((name) => name !== '')) {
		await mkdir(dirname(join(copy, file)), { recursive: true });
		await cp(join(root, file), join(copy, file));
	}
	await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
	return copy;
}

/** First the tests beside the file, which mostly notice; then all that need no site. */
async function survives(
	copy: string,
	{ file, start, end, text }: Mutant & { file: string },
): Promise<boolean> {
	const path = join(copy, file);
	const original = await readFile(path, 'utf8');
	await writeFile(path, original.slice(0, start) + text + original.slice(end));
	try {
		const beside = [dirname(file).replace(/^src/, 'tests'), `tests/${basename(file, '.ts')}`];
		return (await passes(copy, beside)) && (await passes(copy, []));
	} finally {
		await writeFile(path, original);
	}
}

async function passes(copy: string, filters: readonly string[]): Promise<boolean> {
	const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
	const options = ['--project', 'unit', '--bail', '1', '--passWithNoTests', ...filters];
	const child = spawn(process.execPath, [vitest, 'run', ...options], {
		cwd: copy,
		stdio: 'ignore',
		detached: true,
	});
	// It and the workers it started.
	const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), patience);
	const code = await new Promise<number | null>((done) => child.on('close', done));
	clearTimeout(timer);
	return code === 0;
}

function describe({ file, line, from, text }: Outcome): string {
	return `${file}:${line}  ${from} → ${text}`;
}

function formatOutcomes(outcomes: readonly Outcome[]): string {
	const survivors = outcomes.filter(({ survived }) => survived).map(describe);
	const killed = outcomes.length - survivors.length;
	const share = ((100 * killed) / Math.max(1, outcomes.length)).toFixed(1);
	return [
		...survivors.toSorted(),
		`${killed} of ${outcomes.length} changes were noticed (${share} %)`,
	].join('\n');
}

await runHere(mutate);

import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { root } from './run-script.ts';
import { readWorkflow, type Job, type Step } from './workflows.ts';

/** Where a run of a workflow takes place, and what GitHub would tell it. */
export interface Runner {
	/** The bare repository of the archive. */
	readonly origin: string;
	/** The folder that the host serves. */
	readonly published: string;
	/** Its address. */
	readonly url: string;
	readonly environment: Readonly<Record<string, string>>;
	/** Values of expressions that nothing before them gave, e.g. `github.token`. */
	readonly values: Readonly<Record<string, string>>;
}

/** How a run ended: what its steps printed, and what they said of it. */
export interface RunResult {
	readonly log: string;
	readonly summary: string;
}

// What a checkout of the code has, as far as the steps use it.
const checkedOut = [
	'.node-version',
	'.npmrc',
	'content/systems.yaml',
	'content/topics.yaml',
	'package-lock.json',
	'package.json',
	'public',
	'scripts',
	'src',
	'tsconfig.json',
];
// The packages are there already.
const passedOver: ReadonlySet<string> = new Set(['npm ci', 'npm audit signatures']);

/**
 * Run jobs of `archive.yml` one after another, with their own steps: commands as they stand there, actions as
 * far as they move files. Rejects when a step fails.
 */
export async function rehearseJobs(
	folder: string,
	runner: Runner,
	jobs: readonly string[],
): Promise<RunResult> {
	const workflow = readWorkflow('archive.yml');
	const run = { folder, runner, outputs: new Map<string, string>(), log: [] as string[] };
	await writeFile(join(folder, 'summary'), '');
	for (const name of jobs) await runJob(run, name, workflow.jobs[name]!, workflow.env!);
	return { log: run.log.join('\n'), summary: await readFile(join(folder, 'summary'), 'utf8') };
}

interface Run {
	readonly folder: string;
	readonly runner: Runner;
	/** By `steps.last.outputs.commit` in the job at hand, and by `needs.take-up.outputs.commit`. */
	readonly outputs: Map<string, string>;
	readonly log: string[];
}

// `vars.OFFPRINT_YEARS != ''`: no variable is set.
const asksForVariableRe = /^vars\.\w+ != ''$/;

/** A job has a machine of its own, on which only artifacts are the same. */
async function runJob(
	run: Run,
	name: string,
	job: Job,
	environment: Readonly<Record<string, string>>,
): Promise<void> {
	const workspace = join(run.folder, 'workspace');
	await rm(workspace, { recursive: true, force: true });
	await mkdir(workspace);
	for (const step of job.steps) {
		if (asksForVariableRe.test(step.if ?? '')) continue;
		if (step.run !== undefined) await runCommand(run, workspace, step, environment);
		else await runAction(run, workspace, step);
	}
	for (const [output, value] of Object.entries(job.outputs ?? {}))
		run.outputs.set(`needs.${name}.outputs.${output}`, fillIn(run, value));
	for (const key of run.outputs.keys()) if (key.startsWith('steps.')) run.outputs.delete(key);
}

/** A text with its expressions in place; one that means nothing here is a fault of the test. */
function fillIn({ outputs, runner }: Run, text: string): string {
	return text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
		if (expression.startsWith('vars.')) return '';
		const known = expression
			.split(' || ')
			.map((one) => outputs.get(one) ?? runner.values[one])
			.find((one) => one !== undefined);
		if (known === undefined && !expression.includes('.outputs.'))
			throw new Error(`Unexpected expression ${expression}`);
		return known ?? '';
	});
}

async function runCommand(
	run: Run,
	workspace: string,
	step: Step,
	environment: Readonly<Record<string, string>>,
): Promise<void> {
	if (passedOver.has(step.run!)) return;
	const file = join(run.folder, 'outputs');
	await writeFile(file, '');
	const own = Object.entries(step.env ?? {}).map(([name, text]) => [name, fillIn(run, text)]);
	const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', step.run!], {
		cwd: workspace,
		env: {
			...run.runner.environment,
			...environment,
			...(Object.fromEntries(own) as Record<string, string>),
			PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
			HOME: run.folder,
			NO_COLOR: '1',
			GITHUB_OUTPUT: file,
			GITHUB_STEP_SUMMARY: join(run.folder, 'summary'),
		},
	});
	let printed = `$ ${step.run}\n`;
	child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
	const code = await new Promise((done) => child.on('close', done));
	run.log.push(printed);
	expect(code, printed).toBe(0);
	for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
		const [name, value] = line.split('=') as [string, string];
		run.outputs.set(`steps.${step.id}.outputs.${name}`, value);
	}
}

/** A step that is an action of GitHub's, with its options filled in. */
interface ActionStep extends Step {
	readonly options: Readonly<Record<string, string>>;
	readonly workspace: string;
	/** Where the artifact lies that it writes or reads. */
	readonly artifact: string;
	/** Where GitHub keeps what is to be had by the next run. */
	readonly cache: string;
	/** Gives an output. */
	give(name: string, value: string): void;
}

async function runAction(run: Run, workspace: string, step: Step): Promise<void> {
	const options = Object.fromEntries(
		Object.entries(step.with ?? {}).map(([name, value]) => [name, fillIn(run, String(value))]),
	);
	const name = /^actions\/([\w-]+(?:\/[\w-]+)?)@/.exec(step.uses ?? '')?.[1] ?? '';
	if (!actions[name]) throw new Error(`Unexpected action ${step.uses}`);
	await actions[name](run.runner, {
		...step,
		options,
		workspace,
		artifact: join(run.folder, 'artifacts', options['name'] ?? options['artifact_name'] ?? ''),
		cache: join(run.folder, 'cache'),
		give: (output, value) => run.outputs.set(`steps.${step.id}.outputs.${output}`, value),
	});
}

const actions: Readonly<Record<string, (runner: Runner, step: ActionStep) => unknown>> = {
	checkout: ({ origin }, { workspace, options: { path, ref } }) =>
		path === undefined
			? checkOutCode(workspace)
			: checkOutArchive(origin, join(workspace, path), ref!),
	'setup-node': () => undefined,
	'cache/restore': async (_runner, { workspace, cache, options: { path } }) => {
		if (existsSync(cache)) await cp(cache, join(workspace, path!), { recursive: true });
	},
	'cache/save': async (_runner, { workspace, cache, options: { path } }) => {
		await cp(join(workspace, path!), cache, { recursive: true });
	},
	'configure-pages'({ url }, { give }) {
		const { origin, pathname, href } = new URL(url);
		give('origin', origin);
		give('base_path', pathname.replace(/\/$/, ''));
		give('base_url', href);
	},
	async 'upload-artifact'(_, { workspace, artifact, options }) {
		for (const path of options['path']!.split('\n').filter(Boolean))
			await cp(join(workspace, path), join(artifact, path));
	},
	async 'upload-pages-artifact'(_, { workspace, artifact, options }) {
		await rm(artifact, { recursive: true, force: true });
		await cp(join(workspace, options['path']!), artifact, { recursive: true });
	},
	'download-artifact': (_, { workspace, artifact, options }) =>
		cp(artifact, join(workspace, options['path'] ?? ''), { recursive: true }),
	async 'deploy-pages'({ published, url }, { artifact, give, if: condition }) {
		// The second attempt, after one that failed.
		if (condition !== undefined) return;
		await rm(published, { recursive: true, force: true });
		await cp(artifact, published, { recursive: true });
		give('page_url', url);
	},
};

async function checkOutCode(workspace: string): Promise<void> {
	for (const path of checkedOut)
		await cp(join(root, path), join(workspace, path), { recursive: true });
	await symlink(join(root, 'node_modules'), join(workspace, 'node_modules'));
	await appendFile(join(workspace, '.npmrc'), '\nupdate-notifier=false\n');
}

function checkOutArchive(origin: string, place: string, ref: string): void {
	const git = (...parameters: string[]) =>
		execFileSync('git', parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
	git('clone', '--quiet', '--no-checkout', origin, place);
	const commit = /^[0-9a-f]{40}$/.test(ref) ? ref : `origin/${ref}`;
	git('-C', place, 'checkout', '--quiet', '--detach', commit);
}

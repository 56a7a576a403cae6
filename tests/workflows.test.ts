import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './support/run-script.ts';
import {
	publishing,
	readWorkflow as read,
	workflowFolder as folder,
	type Job,
	type Permissions,
} from './support/workflows.ts';

const { scripts } = parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	readonly scripts: Readonly<Record<string, string>>;
};

/** What each job may do, and no more. */
const permissions: Readonly<Record<string, Readonly<Record<string, Permissions>>>> = {
	'archive-pull-request.yml': { offered: { contents: 'read' } },
	'archive.yml': publishing,
	'pages.yml': { ...publishing, tests: { contents: 'read' } },
	'pull-request.yml': {
		offered: { contents: 'read' },
		tests: { contents: 'read', pages: 'read' },
	},
	'release.yml': {
		pack: { contents: 'read', pages: 'read' },
		attach: { contents: 'write', 'id-token': 'write', attestations: 'write' },
	},
};

// What GitHub or the project itself says, never a text that somebody wrote: no title, name, branch or message.
const harmless = [
	/^github\.(?:token|run_id|run_attempt|event\.number|event\.release\.tag_name)$/,
	/^github\.event\.pull_request\.(?:base|head)\.sha$/,
	/^github\.event\.schedule == '17 5 \* \* 1' && 'all' \|\| 'sample'$/,
	/^format\('pull-\{0\}', github\.event\.number\)$/,
	/^(?:steps|needs)\.[\w-]+\.outputs\.\w+(?: \|\| steps\.[\w-]+\.outputs\.\w+)?$/,
	/^vars\.OFFPRINT_\w+$/,
	/^fromJSON\(vars\.OFFPRINT_YEARS\)$/,
	/^matrix\.years$/,
	/^github\.event\.inputs\.(?:year|first == 'true' && 'true' \|\| '')$/,
	/^job\.workflow_(?:repository|sha)$/,
];

// `npm ci`, `npm audit signatures`, `npm run build -- --out preview`, `node scripts/ci/take-up.ts`, `scripts/ci/pack-data.sh`
const commandRe =
	/^(?:npm (?<npm>ci|test|audit signatures|run (?<script>[\w:]+)(?: -- .+)?)|(?:node )?(?<file>scripts\/ci\/[\w-]+\.(?:ts|sh)))$/;

test('there is a table of permissions for each workflow', () => {
	expect(readdirSync(folder).toSorted()).toEqual(Object.keys(permissions).toSorted());
});

describe.each(Object.keys(permissions))('workflow %s', (name) => {
	const text = readFileSync(join(folder, name), 'utf8');
	const workflow = read(name);
	const jobs = Object.entries(workflow.jobs);
	const steps = jobs.flatMap(([, job]) => job.steps);

	test('grants nothing on top, and each job only what it needs, for a limited time', () => {
		expect(workflow.permissions).toEqual({});
		expect(Object.fromEntries(jobs.map(([job, { permissions: own }]) => [job, own]))).toEqual(
			permissions[name],
		);
		for (const [job, { 'timeout-minutes': minutes }] of jobs)
			expect(minutes, job).toBeLessThanOrEqual(60);
	});

	test('pins every action by commit, with its version beside it', () => {
		const uses = steps.flatMap((step) => step.uses ?? []);
		expect(uses.length).toBeGreaterThan(0);
		for (const action of uses) {
			expect(action).toMatch(/^actions\/[\w-]+(?:\/[\w-]+)?@[0-9a-f]{40}$/);
			expect(text).toMatch(new RegExp(`${action} # v\\d+\\.\\d+\\.\\d+`));
		}
	});

	test('runs in each step one line that anybody can run: an npm script, or a file of scripts/ci', () => {
		for (const { run } of steps) {
			if (run === undefined) continue;
			const command = commandRe.exec(run);
			expect(command, run).not.toBeNull();
			const { script, file } = command!.groups!;
			if (script !== undefined) expect(Object.keys(scripts)).toContain(script);
			if (file !== undefined) expect(existsSync(join(root, file)), file).toBe(true);
		}
	});

	test('interpolates nothing that somebody wrote, and nothing at all into a command', () => {
		for (const { run } of steps) expect(run ?? '').not.toContain('${{');
		const expressions = [...text.matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, inner]) =>
			inner!.trim(),
		);
		const odd = expressions.filter((one) => !harmless.some((pattern) => pattern.test(one)));
		expect(odd).toEqual([]);
	});

	test('leaves no credentials in a checkout, and runs nothing of a stranger with rights', () => {
		for (const { uses, with: options } of steps) {
			if (uses?.startsWith('actions/checkout@'))
				expect(options?.['persist-credentials']).toBe(false);
		}
		for (const trigger of ['pull_request_target', 'workflow_run', 'issue_comment', 'issues'])
			expect(Object.keys(workflow.on)).not.toContain(trigger);
	});
});

test('runs that publish wait for one another, and none is cancelled', () => {
	expect(read('pages.yml').concurrency).toEqual({
		group: 'pages',
		'cancel-in-progress': false,
		queue: 'max',
	});
});

test('what is built, told, tested and compared is the commit that take-up gave', () => {
	const { jobs } = read('pages.yml');
	for (const job of ['tell', 'tests', 'parts', 'build', 'verify']) {
		const [checkout] = jobs[job]!.steps;
		expect(checkout!.with!['ref'], job).toBe('${{ needs.take-up.outputs.commit }}');
	}
	expect(jobs['take-up']!.steps[0]!.with!['ref']).toBe('main');
});

test.each([
	['pages.yml', 'build'],
	['pull-request.yml', 'tests'],
])('%s holds the site to what was published before it is handed on', (name, job) => {
	const { steps } = read(name).jobs[job]!;
	const names = steps.map(({ uses, run }) => run ?? uses ?? '');
	const at = (start: string) => names.findIndex((step) => step.startsWith(start));
	expect(at('npm run check -- --published')).toBeGreaterThan(at('npm run build'));
	expect(at('npm run build')).toBeGreaterThan(at('actions/configure-pages@'));
	if (name === 'pages.yml')
		expect(at('actions/upload-pages-artifact@')).toBeGreaterThan(at('npm run check'));
	// With nothing that skips the gate, or the step that tells where the site is.
	for (const step of ['npm run check -- --published', 'actions/configure-pages@'])
		expect(steps[at(step)]!.if).toBeUndefined();
});

test.each([
	['archive-pull-request.yml', 'offered'],
	['archive.yml', 'take-up'],
	['pages.yml', 'take-up'],
	['pull-request.yml', 'offered'],
	['pull-request.yml', 'tests'],
	['release.yml', 'pack'],
])('%s, %s: packages are known to be signed before anything of them runs', (name, job) => {
	const runs = read(name).jobs[job]!.steps.flatMap(({ run }) => run ?? []);
	expect(runs.slice(0, 2)).toEqual(['npm ci', 'npm audit signatures']);
});

test.each(['archive.yml', 'pages.yml'])(
	'%s: every job that runs packages waits for the one that knows them to be signed',
	(name) => {
		const { jobs } = read(name);
		const waits = (job: string): boolean =>
			job === 'take-up' || [jobs[job]!.needs ?? []].flat().some(waits);
		const users = Object.keys(jobs).filter((job) =>
			jobs[job]!.steps.some(({ run }) => run === 'npm ci'),
		);
		expect(users.length).toBeGreaterThan(4);
		expect(users.filter((job) => !waits(job))).toEqual([]);
	},
);

test.each([
	['pages.yml', 'tests', 'npm run check:code'],
	['pull-request.yml', 'tests', 'npm run check:code'],
	['release.yml', 'pack', 'npm run build'],
])('%s, %s: the Node of npm is compared before it runs', (name, job, first) => {
	const runs = read(name).jobs[job]!.steps.flatMap(({ run }) => run ?? []);
	const at = runs.indexOf('node scripts/ci/compare-node.ts');
	expect(at).toBeGreaterThan(0);
	expect(runs.indexOf(first)).toBeGreaterThan(at);
	expect(runs.slice(0, at).filter((run) => /^npm (?:run|test)/.test(run))).toEqual([]);
});

test('what is attested of a deployment is what was kept when it was built', () => {
	const { build, attest } = read('pages.yml').jobs;
	const optionsOf = (job: Job, action: string) =>
		job.steps.filter(({ uses }) => uses?.startsWith(action)).map((step) => step.with!);
	const kept = optionsOf(build!, 'actions/upload-artifact@').find(
		(options) => options['name'] === 'evidence',
	);
	const [fetched] = optionsOf(attest!, 'actions/download-artifact@');
	const [attested] = optionsOf(attest!, 'actions/attest-build-provenance@');
	expect(fetched!['name']).toBe('evidence');
	expect(String(attested!['subject-path']).replaceAll('evidence/', '')).toBe(kept!['path']);
});

test.each(['archive.yml', 'pages.yml'])(
	'%s: a run that is started again deploys what its last attempt built',
	(name) => {
		const { build, deploy, 'roll-back': rollBack } = read(name).jobs;
		const site = 'github-pages-${{ github.run_attempt }}';
		const optionsOf = (job: Job, action: string) =>
			job.steps.filter(({ uses }) => uses?.startsWith(action)).map((step) => step.with!);
		expect(build!.outputs).toEqual({ site });
		expect(optionsOf(build!, 'actions/upload-pages-artifact@')[0]!['name']).toBe(site);
		const fromBuild = { artifact_name: '${{ needs.build.outputs.site }}' };
		expect(optionsOf(deploy!, 'actions/deploy-pages@')).toEqual([fromBuild, fromBuild]);
		expect(optionsOf(rollBack!, 'actions/deploy-pages@')[0]!['artifact_name']).toBe(
			optionsOf(rollBack!, 'actions/upload-artifact@')[0]!['name'],
		);
	},
);

test('content alone does not start the tests', () => {
	expect(read('pages.yml').jobs['tests']!.if).toBe("needs.take-up.outputs.code == 'true'");
	expect(read('pull-request.yml').jobs['tests']!.if).toBe("needs.offered.outputs.code == 'true'");
});

test('offered dumps are read with the code of the base', () => {
	const [checkout] = read('pull-request.yml').jobs['offered']!.steps;
	expect(checkout!.with!['ref']).toBe('${{ github.event.pull_request.base.sha }}');
});

test.each(['mistake.yml', 'problem.yml', 'config.yml'])('the issue form %s parses', (name) => {
	expect(parse(readFileSync(join(root, '.github/ISSUE_TEMPLATE', name), 'utf8'))).toBeTypeOf(
		'object',
	);
});

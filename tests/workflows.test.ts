import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './support/run-script.ts';

interface Workflow {
	readonly on: Readonly<Record<string, unknown>>;
	readonly permissions: unknown;
	readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
	readonly permissions?: Readonly<Record<string, string>>;
	readonly steps: readonly {
		readonly uses?: string;
		readonly run?: string;
		readonly if?: string;
	}[];
}

const folder = join(root, '.github/workflows');

describe.each(readdirSync(folder))('workflow %s', (name) => {
	const text = readFileSync(join(folder, name), 'utf8');
	const workflow = parse(text) as Workflow;
	const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

	test('grants nothing on top, and each job only what it needs', () => {
		expect(workflow.permissions).toEqual({});
		expect(
			Object.entries(workflow.jobs).map(([job, { permissions }]) => [job, permissions]),
		).toEqual([
			['build', { contents: 'read', pages: 'read' }],
			['deploy', { pages: 'write', 'id-token': 'write' }],
		]);
	});

	test('pins every action by commit, with its version beside it', () => {
		const uses = steps.flatMap((step) => step.uses ?? []);
		expect(uses.length).toBeGreaterThan(0);
		for (const action of uses) {
			expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
			expect(text).toMatch(new RegExp(`${action} # v\\d+\\.\\d+\\.\\d+`));
		}
	});

	test('puts no expression into a shell line, and runs nothing of a stranger with rights', () => {
		for (const { run } of steps) expect(run ?? '').not.toContain('${{');
		expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
	});

	test('holds the site to what was published, in pull requests too, before it is handed on', () => {
		const names = workflow.jobs['build']!.steps.map(({ uses, run }) => run ?? uses ?? '');
		const gate = names.findIndex((run) => run.startsWith('npm run check -- --published'));
		expect(gate).toBeGreaterThan(names.indexOf('npm run build'));
		expect(gate).toBeLessThan(
			names.findIndex((step) => step.includes('upload-pages-artifact')),
		);
		// With nothing that skips it, or the step that tells where the site is.
		expect(workflow.jobs['build']!.steps[gate]!.if).toBeUndefined();
		const address = workflow.jobs['build']!.steps.find(({ uses }) =>
			uses?.includes('configure-pages'),
		);
		expect(address!.if).toBeUndefined();
	});
});

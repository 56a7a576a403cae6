import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './support/run-script.ts';
import { publishing, readWorkflow, type Step, type Workflow } from './support/workflows.ts';

describe('the workflow that archives of others call', () => {
	const isCheckout = ({ uses }: Step) => uses?.startsWith('actions/checkout@') === true;
	const { tests: _tests, ...own } = readWorkflow('pages.yml').jobs;
	const { jobs, ...called } = readWorkflow('archive.yml');

	test('is started by nothing else', () => {
		expect(called.on).toEqual({ workflow_call: null });
	});

	test('has the jobs of the one that publishes this repository, but for the tests', () => {
		const shapeOf = (all: Workflow['jobs']) =>
			Object.entries(all).map(
				([name, { needs: _needs, if: _if, outputs, steps, ...job }]) => ({
					...job,
					name,
					outputs: { ...outputs, code: undefined },
					steps: steps.filter((step) => !isCheckout(step)),
				}),
			);
		expect(shapeOf(jobs)).toEqual(shapeOf(own));
		for (const [name, { if: condition }] of Object.entries(jobs))
			if (name !== 'build') expect(condition, name).toBe(own[name]!.if);
		expect(jobs['build']!.needs).toBe('take-up');
	});

	test('runs the code of its own commit, on the archive of the repository that calls', () => {
		for (const [name, { steps }] of Object.entries(own)) {
			const checkouts = jobs[name]!.steps.filter(isCheckout).map((step) => step.with);
			const archive = steps.find(isCheckout)?.with;
			if (archive === undefined) expect(checkouts, name).toEqual([]);
			else {
				const [code, ...archives] = checkouts;
				expect(code, name).toEqual({
					repository: '${{ job.workflow_repository }}',
					ref: '${{ job.workflow_sha }}',
					'persist-credentials': false,
				});
				// What is rolled back to is an artifact, for which no archive is read.
				expect(archives, name).toEqual(
					archive['ref'] === undefined ? [] : [{ path: 'archive', ...archive }],
				);
			}
		}
		expect(called.env).toMatchObject({
			OFFPRINT_CLONE: 'archive',
			OFFPRINT_CONTENT: 'archive/content',
		});
	});

	test('is called by eleven lines that grant what its jobs need, by a version that is there', () => {
		const text = readFileSync(join(root, 'docs/starter/pages.yml'), 'utf8');
		const caller = parse(text) as Workflow;
		expect(text.trim().split('\n')).toHaveLength(11);
		expect(caller.concurrency).toEqual({ group: 'pages', queue: 'max' });
		const needed = Object.values(publishing).flatMap((job) => Object.entries(job));
		const most = new Map(needed.filter(([, right]) => right === 'read'));
		for (const [thing, right] of needed) if (right === 'write') most.set(thing, right);
		expect(caller.permissions).toEqual(Object.fromEntries(most));
		const { version } = parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
			readonly version: string;
		};
		expect(Object.values(caller.jobs)).toEqual([
			{ uses: `OWNER/offprint/.github/workflows/archive.yml@v${version}` },
		]);
	});
});

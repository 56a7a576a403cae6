import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { parse } from 'yaml';
import { readSettings } from '../src/pipeline/read-settings.ts';
import { errorNames } from './support/content.ts';
import { root } from './support/run-script.ts';
import {
	publishing,
	readWorkflow,
	type Permissions,
	type Step,
	type Workflow,
} from './support/workflows.ts';

const isCheckout = ({ uses }: Step) => uses?.startsWith('actions/checkout@') === true;
const code = {
	repository: '${{ job.workflow_repository }}',
	ref: '${{ job.workflow_sha }}',
	'persist-credentials': false,
};

/** What is called by archives of others, after what here, by how many lines, with which rights. */
const pairs: readonly (readonly [string, string, number, Readonly<Record<string, Permissions>>])[] =
	[
		['archive.yml', 'pages.yml', 11, publishing],
		['archive-pull-request.yml', 'pull-request.yml', 6, { offered: { contents: 'read' } }],
	];

describe.each(pairs)('%s, which archives of others call', (name, ownName, lines, rights) => {
	const { tests: _tests, ...own } = readWorkflow(ownName).jobs;
	const { jobs, ...called } = readWorkflow(name);

	test('is started by nothing else', () => {
		expect(called.on).toEqual({ workflow_call: null });
	});

	test(`has the jobs of ${ownName}, but for the tests`, () => {
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
		// The build waits for no tests.
		for (const [name, { if: condition }] of Object.entries(jobs))
			if (name !== 'build') expect(condition, name).toBe(own[name]!.if);
		if (jobs['build']) expect(jobs['build'].needs).toEqual(['take-up', 'parts']);
	});

	test('runs the code of its own commit, on the archive of the repository that calls', () => {
		for (const [name, { steps }] of Object.entries(own)) {
			const archive = steps.find(isCheckout)?.with;
			// What is rolled back to is an artifact, for which no archive is read.
			const isRead = archive?.['ref'] !== undefined;
			expect(
				jobs[name]!.steps.filter(isCheckout).map((step) => step.with),
				name,
			).toEqual([
				...(archive ? [code] : []),
				...(isRead ? [{ path: 'archive', ...archive }] : []),
			]);
		}
		expect(called.env).toMatchObject({
			OFFPRINT_CLONE: 'archive',
			OFFPRINT_CONTENT: 'archive/content',
		});
	});

	test(`is called by ${lines} lines that grant what its jobs need`, () => {
		const text = readFileSync(join(root, 'docs/starter', ownName), 'utf8');
		const caller = parse(text) as Workflow;
		expect(text.trim().split('\n')).toHaveLength(lines);
		const needed = Object.values(rights).flatMap((job) => Object.entries(job));
		const most = new Map(needed.filter(([, right]) => right === 'read'));
		for (const [thing, right] of needed) if (right === 'write') most.set(thing, right);
		expect(caller.permissions).toEqual(Object.fromEntries(most));
		expect(Object.values(caller.jobs)).toEqual([
			{ uses: `<OWNER>/offprint/.github/workflows/${name}@<VERSION>` },
		]);
	});
});

test('runs that publish an archive of others wait for one another', () => {
	const text = readFileSync(join(root, 'docs/starter/pages.yml'), 'utf8');
	expect((parse(text) as Workflow).concurrency).toEqual({ group: 'pages', queue: 'max' });
});

describe('what the guide gives to begin with', () => {
	const read = (path: string) => readFileSync(join(root, 'docs', path), 'utf8');
	const placeholdersOf = (text: string) =>
		new Set([...text.matchAll(/<[A-Z]+>/g)].map(([placeholder]) => placeholder));

	test('has placeholders that can be nobody’s name, each of which the guide names', () => {
		const guide = placeholdersOf(read('run-your-own.md'));
		const files = readdirSync(join(root, 'docs/starter')).map((name) =>
			read(`starter/${name}`),
		);
		expect([...guide].toSorted()).toEqual([...placeholdersOf(files.join(''))].toSorted());
		// Such as a person would leave in without being told: `OWNER`, `someone`, `your-name`.
		for (const text of files) expect(text).not.toMatch(/someone|(?<!<)\b(?:OWNER|YOU|your)\b/);
	});

	test('names a release that is there', () => {
		const { version } = parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
			readonly version: string;
		};
		expect(read('run-your-own.md')).toContain(`such as \`v${version}\``);
	});

	test('is refused as settings as long as a placeholder is left, with its line', () => {
		const text = read('starter/site.yaml');
		const refused = (value: string) => {
			const file = new VFile({ path: 'content/site.yaml', value });
			const names = errorNames(() => readSettings(file));
			return names.map((_, at) => `${file.messages[at]!.line}: ${file.messages[at]!.reason}`);
		};
		expect(refused(text)).toEqual([
			expect.stringMatching(/^6: Unexpected `address: https:\/\/<YOU>/),
			expect.stringMatching(/^7: Unexpected `repository: .*<REPOSITORY>/),
		]);
		expect(refused(text.replaceAll(/<[A-Z]+>/g, 'mine'))).toEqual([]);
	});
});

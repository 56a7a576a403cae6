// Runs in a copy of the project as a process of its own, which `mutate` ends when a change never does: keeps
// the tests loaded, and runs those it is told to.
import { join, relative } from 'node:path';
import { createVitest, type TestSpecification } from 'vitest/node';

/** Some test files to run, and the source file that is not as it was. */
export interface Run {
	readonly changed: string;
	readonly tests: readonly string[];
}

let passed = false;
const vitest = await createVitest('test', {
	watch: false,
	project: ['unit', 'commands'],
	maxWorkers: 1,
	bail: 1,
	reporters: [
		{
			onTestRunEnd(_, errors, reason) {
				passed = reason === 'passed' && errors.length === 0;
			},
		},
	],
});
const root = process.cwd();
const specifications = new Map<string, TestSpecification>();
for (const specification of await vitest.globTestSpecifications())
	specifications.set(relative(root, specification.moduleId), specification);

process.on('message', async ({ changed, tests }: Run) => {
	vitest.invalidateFile(join(root, changed));
	passed = false;
	await vitest.runTestSpecifications(tests.map((test) => specifications.get(test)!));
	process.send!(passed);
});
process.send!('ready');

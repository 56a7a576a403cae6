import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { bestTime } from '../support/best-time.ts';
import type { StepCount } from '../support/count-steps.ts';
import { measureGrowth, mostGrowth } from '../support/growth.ts';
import { root } from '../support/run-script.ts';
import { figure, isLong } from '../support/sizes.ts';
import { subjects } from './subjects.ts';

/** The steps of every subject, in a process that does not optimize: a block that is optimized away is not counted. */
async function countAll(): Promise<StepCount[]> {
	const files = ['support/count-steps.ts', 'promises/subjects.ts'];
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--no-opt', '--no-maglev', ...files.map((file) => join(root, 'tests', file))],
		{ cwd: root },
	);
	return JSON.parse(stdout) as StepCount[];
}

const cases = Object.entries(subjects).flatMap(([subject, { patterns }]) =>
	Object.keys(patterns).map((pattern) => [subject, pattern] as const),
);

describe('T12: work on a text grows with its length, in steps', () => {
	const counting = countAll();

	test.each(cases)('%s: %s', async (subject, pattern) => {
		const counts = await counting;
		const [, , once, fourTimes] = counts.find(
			([name, of]) => name === subject && of === pattern,
		)!;
		expect(once).toBeGreaterThan(1_000);
		expect(fourTimes / once).toBeLessThanOrEqual(mostGrowth);
	});
});

describe.runIf(isLong)('T12: work on a text grows with its length, by the clock', () => {
	test.each(cases)('%s: %s', (subject, pattern) => {
		const { work, patterns, timed } = subjects[subject]!;
		const millisecondsAt = (length: number) => {
			const text = patterns[pattern]!(length);
			return bestTime(() => work(text));
		};
		const { ratio, text } = measureGrowth(millisecondsAt, timed);
		figure('T12', `${subject} ${pattern}: ${text}`);
		expect(ratio).toBeLessThanOrEqual(mostGrowth);
		// An abstract has at most 20,000 characters.
		expect(millisecondsAt(20_000)).toBeLessThan(1_000);
	});
});

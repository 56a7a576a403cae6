// Set up before each test file: writes down what its tests cost, and which mutants they come to.
import { appendFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';
import type { TestReach } from './reach.ts';

const reached = new Set<number>();
const before = process.cpuUsage();
Object.assign(globalThis, { reached: (mutant: number) => reached.add(mutant) });

afterAll(() => {
	const { user, system } = process.cpuUsage(before);
	const record: TestReach = {
		test: expect.getState().testPath!,
		milliseconds: (user + system) / 1000,
		reached: [...reached],
	};
	appendFileSync(process.env['OFFPRINT_REACH']!, `${JSON.stringify(record)}\n`);
});

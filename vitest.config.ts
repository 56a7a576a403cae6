import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// Workflows run from end to end, sites made in parts, histories that parted, disks that fail: rare, and slow to make.
const rehearsals = ['tests/rehearsals/**/*.test.ts'];
// What runs whole commands, on folders and repositories.
const commands = ['tests/{scripts,disk}/**/*.test.ts'];
// What reads a built site, or starts processes.
const whole = ['tests/{site,browser,processes}/**/*.test.ts', 'tests/live-content.test.ts'];

// A busy machine is slow, and not wrong: nothing is given up within minutes, of the long run within hours.
const minutes = process.env['OFFPRINT_LONG'] === '1' ? 300 : 20;
const options = {
	// Files that one worker runs share its browser, and the pages that it has read.
	isolate: false,
	testTimeout: minutes * 60_000,
	hookTimeout: minutes * 60_000,
};

// Half of the time of a process that does little is reading its code, which is the same each time.
process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/compiled');

export default defineConfig({
	test: {
		// A third of the time of all tests is waiting: for a browser, a server, a process.
		maxWorkers: availableParallelism() + 2,
		projects: [
			{
				test: {
					name: 'unit',
					include: ['tests/**/*.test.ts'],
					exclude: [...commands, ...whole, ...rehearsals],
					...options,
				},
			},
			{ test: { name: 'commands', include: commands, ...options } },
			{ test: { name: 'rehearsals', include: rehearsals, ...options } },
			{
				test: {
					name: 'site',
					include: whole,
					globalSetup: ['tests/support/build-sites.ts'],
					...options,
				},
			},
		],
	},
});

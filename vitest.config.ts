import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// What reads a built site, or starts processes.
const whole = ['tests/{site,browser,processes}/**/*.test.ts', 'tests/live-content.test.ts'];

// A busy machine is slow, and not wrong: nothing is given up within minutes.
const patience = { testTimeout: 1_200_000, hookTimeout: 1_200_000 };

export default defineConfig({
	test: {
		maxWorkers: availableParallelism(),
		projects: [
			{
				test: {
					name: 'unit',
					include: ['tests/**/*.test.ts'],
					exclude: whole,
					isolate: false,
					...patience,
				},
			},
			{
				test: {
					name: 'site',
					include: whole,
					// Files that one worker runs share its browser, and the pages that it has read.
					isolate: false,
					globalSetup: ['tests/support/build-sites.ts'],
					...patience,
				},
			},
		],
	},
});

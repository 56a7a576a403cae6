import { defineConfig } from 'vitest/config';
import config from '../../vitest.config.ts';

const [unit] = config.test!.projects!;

// Each test file in a process of its own, so that what it comes to is not what another loaded.
export default defineConfig({
	test: {
		...(unit as { test: object }).test,
		isolate: true,
		setupFiles: ['scripts/mutation/record-reach.ts'],
	},
});

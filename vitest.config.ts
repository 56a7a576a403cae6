import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts'],
		globalSetup: ['tests/support/build-sites.ts'],
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
});

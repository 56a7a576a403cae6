import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts'],
		// Not needed by unit tests alone: `OFFPRINT_UNITS=1 npx vitest run tests/parse`.
		globalSetup: process.env['OFFPRINT_UNITS'] ? [] : ['tests/support/build-sites.ts'],
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
});

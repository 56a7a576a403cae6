import { defineConfig, type TestUserConfig } from 'vitest/config';
import config from '../../vitest.config.ts';

const [unit, ...whole] = config.test!.projects! as readonly { readonly test: TestUserConfig }[];
// Those that read no built site can run in a copy of the project.
const include = new Set(
	whole
		.filter(({ test }) => test.globalSetup === undefined)
		.flatMap(({ test }) => test.include ?? []),
);

// Each test file in a process of its own, so that what it comes to is not what another loaded.
export default defineConfig({
	test: {
		...unit!.test,
		exclude: unit!.test.exclude!.filter((pattern) => !include.has(pattern)),
		isolate: true,
		setupFiles: ['scripts/mutation/record-reach.ts'],
	},
});

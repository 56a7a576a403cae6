import { defineConfig, type TestUserConfig } from 'vitest/config';
import config from '../../vitest.config.ts';

const [unit, commands] = config.test!.projects! as readonly { readonly test: TestUserConfig }[];
const { include = [] } = commands!.test;

// Each test file in a process of its own, so that what it comes to is not what another loaded.
export default defineConfig({
	test: {
		...unit!.test,
		exclude: unit!.test.exclude!.filter((pattern) => !include.includes(pattern)),
		isolate: true,
		setupFiles: ['scripts/mutation/record-reach.ts'],
	},
});

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

// Each says by itself what is wrong and where. `astro check` makes the types of the collections first.
const checks = [
	['Format', 'oxfmt', '--check'],
	['Lint', 'oxlint', '--deny-warnings'],
	['Types of pages and components', 'astro', 'check'],
	['Types of the rest', 'tsc', '--noEmit'],
] as const;

const root = resolve(import.meta.dirname, '..');
const suffix = process.platform === 'win32' ? '.cmd' : '';

const failed = checks.filter(([name, command, ...options]) => {
	console.log(`\n${name}: ${[command, ...options].join(' ')}`);
	const { status } = spawnSync(join(root, 'node_modules/.bin', command + suffix), options, {
		cwd: root,
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
	});
	return status !== 0;
});

console.log(
	failed.length === 0
		? '\nFormat, lint and types are in order.'
		: `\nMend: ${failed.map(([name]) => name.toLowerCase()).join(', ')}. \`npm run format\` formats.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { runHere, type Terminal } from './run.ts';

// Each says by itself what is wrong and where. `astro check` reads all that `tsconfig.json` includes, components and
// other code, but takes what it does not understand in that file for nothing; `tsc` refuses it.
const checks = [
	['Format', 'oxfmt', '--check'],
	['Lint', 'oxlint', '--deny-warnings'],
	['Types', 'astro', 'check'],
	['Settings of types', 'tsc', '--noEmit', '--noCheck'],
] as const;

const root = resolve(import.meta.dirname, '..');
const suffix = process.platform === 'win32' ? '.cmd' : '';

/** `npm run check:code`: format, lint and types. */
export async function checkCode({ print }: Terminal): Promise<number> {
	const failed = checks.filter(([name, command, ...options]) => {
		print(`\n${name}: ${[command, ...options].join(' ')}`);
		const { status } = spawnSync(join(root, 'node_modules/.bin', command + suffix), options, {
			cwd: root,
			stdio: 'inherit',
			shell: process.platform === 'win32',
			env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
		});
		return status !== 0;
	});
	print(
		failed.length === 0
			? '\nFormat, lint and types are in order.'
			: `\nMend: ${failed.map(([name]) => name.toLowerCase()).join(', ')}. \`npm run format\` formats.`,
	);
	return failed.length === 0 ? 0 : 1;
}

if (import.meta.main) await runHere(checkCode);

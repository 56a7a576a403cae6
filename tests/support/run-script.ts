import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The folder of the project. */
export const root = join(import.meta.dirname, '../..');

/** How a script ended and what it printed. */
export interface ScriptResult {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Run one of the project's scripts as a person would, in the project's folder. */
export async function runScript(
	name: string,
	options: readonly string[],
	environment: Readonly<Record<string, string>> = {},
): Promise<ScriptResult> {
	const child = spawn(process.execPath, [`scripts/${name}.ts`, ...options], {
		cwd: root,
		env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...environment },
	});
	const output = { stdout: '', stderr: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
	const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
	return { code, ...output };
}

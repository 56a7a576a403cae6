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

/** Standard error of a build with nothing to say: on a slow machine it tells how far it is, `12 of 76 papers …`. */
export const onlyProgress = /^(?:.* …\n)*$/;

/** How a script is run. */
export interface ScriptOptions {
	readonly environment?: Readonly<Record<string, string>>;
	/** Standard input. */
	readonly input?: string;
	/** What goes wrong with the disk, e.g. `ENOSPC:3`; see `fault.ts`. */
	readonly fault?: string;
	/** Milliseconds after which it is killed. */
	readonly killAfter?: number;
}

/** Run one of the project's scripts as a person would, in the project's folder. */
export async function runScript(
	name: string,
	parameters: readonly string[],
	options: ScriptOptions = {},
): Promise<ScriptResult> {
	return runFile(`scripts/${name}.ts`, parameters, options);
}

/** Run a file of the project as a process of its own. */
export async function runFile(
	file: string,
	parameters: readonly string[],
	{ environment = {}, input = '', fault, killAfter }: ScriptOptions = {},
): Promise<ScriptResult> {
	const preload = fault === undefined ? [] : ['--import', join(root, 'tests/support/fault.ts')];
	const child = spawn(process.execPath, [...preload, file, ...parameters], {
		cwd: root,
		env: {
			...process.env,
			NO_COLOR: '1',
			FORCE_COLOR: '0',
			...environment,
			...(fault !== undefined && { OFFPRINT_FAULT: fault }),
		},
	});
	const timer =
		killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
	const output = { stdout: '', stderr: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
	// It may have ended without reading it.
	child.stdin.on('error', () => {});
	child.stdin.end(input);
	const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
	clearTimeout(timer);
	return { code, ...output };
}

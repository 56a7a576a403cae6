import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { Terminal } from '../run.ts';

/** Tell later jobs something: a name and one line. Elsewhere than on a runner it is only printed. */
export async function setOutput(
	{ environment, print }: Terminal,
	name: string,
	value: string,
): Promise<void> {
	if (/[\r\n]/.test(value)) throw new Error(`Unexpected line end in the output ${name}`);
	print(`${name}=${value}`);
	await appendTo(environment['GITHUB_OUTPUT'], `${name}=${value}\n`);
}

/** Add to the page that sums a run up. */
export async function addSummary({ environment }: Terminal, markdown: string): Promise<void> {
	await appendTo(environment['GITHUB_STEP_SUMMARY'], `${markdown}\n`);
}

async function appendTo(file: string | undefined, text: string): Promise<void> {
	if (file) await appendFile(file, text);
}

/** Print text that comes from dumps: a line of it that looks like a command of the runner's is none. */
export function printForeign({ environment, print }: Terminal, text: string): void {
	if (environment['GITHUB_ACTIONS'] !== 'true') return print(text);
	const token = randomUUID();
	print(`::stop-commands::${token}\n${text}\n::${token}::`);
}

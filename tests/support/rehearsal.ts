import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { takeUp } from '../../scripts/ci/take-up.ts';
import { callScript } from './call-script.ts';
import { fingerprint } from './folders.ts';
import { runFile, type ScriptResult } from './run-script.ts';

/** A repository as GitHub has it, with people and workflows that clone it. */
export interface Rehearsal {
	/** The bare repository. */
	readonly origin: string;
	/** A clone of its own for a person, or for a run. */
	clone(): string;
	/** What a person does on GitHub's page: files into the inbox, on the tip of `main`; pushed there, or to a branch. */
	upload(files: Readonly<Record<string, string>>, branch?: string): Promise<void>;
	/** The workflow's own step, in a clone. */
	takeUp(clone: string, environment?: Readonly<Record<string, string>>): Promise<TakeUpResult>;
	/** The same as a process, that may be killed after some milliseconds. */
	startTakeUp(clone: string, killAfter?: number): Promise<ScriptResult>;
	/** Every file of the tip of `main` below `content/`, with its sum. */
	content(): Promise<Record<string, string>>;
	/** Subjects on `main`, newest first. */
	subjects(): string[];
	/** A shell script that the repository runs at each push. */
	setHook(name: 'pre-receive', script: string): Promise<void>;
}

/** How a take-up ended, and what it told later jobs. */
export interface TakeUpResult extends ScriptResult {
	readonly outputs: Readonly<Record<string, string>>;
	readonly summary: string;
}

const person = ['-c', 'user.name=A Person', '-c', 'user.email=person@example.org'];

/** Start a repository in a folder, with an empty archive on `main`. */
export async function startRehearsal(folder: string): Promise<Rehearsal> {
	const origin = join(folder, 'origin.git');
	let clones = 0;
	const git = (place: string, ...parameters: string[]) =>
		execFileSync('git', ['-C', place, ...person, ...parameters], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
		}).trim();
	const clone = () => {
		const place = join(folder, `clone-${++clones}`);
		git(folder, 'clone', '--quiet', '--branch', 'main', origin, place);
		return place;
	};
	const upload = async (files: Readonly<Record<string, string>>, branch = 'main') => {
		const place = clone();
		for (const [name, text] of Object.entries(files)) {
			const file = join(place, 'content/inbox', name);
			await mkdir(dirname(file), { recursive: true });
			await writeFile(file, text);
		}
		git(place, 'add', '--all');
		git(place, 'commit', '--quiet', '-m', 'Add files via upload');
		git(place, 'push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
	};
	await foundRepository(folder, origin, git);
	return {
		origin,
		clone,
		upload,
		takeUp: (place, environment) => takeUpHere(place, environment),
		startTakeUp: (place, killAfter) =>
			runFile('scripts/ci/take-up.ts', ['--clone', place], {
				...(killAfter !== undefined && { killAfter }),
			}),
		content: async () => fingerprint(join(clone(), 'content')),
		subjects: () => git(origin, 'log', '--format=%s', 'main').split('\n'),
		async setHook(name, script) {
			await writeFile(join(origin, 'hooks', name), `#!/bin/sh\n${script}\n`);
			await chmod(join(origin, 'hooks', name), 0o755);
		},
	};
}

async function foundRepository(
	folder: string,
	origin: string,
	git: (place: string, ...parameters: string[]) => string,
): Promise<void> {
	git(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', origin);
	const first = join(folder, 'first');
	git(folder, 'clone', '--quiet', origin, first);
	await mkdir(join(first, 'content/inbox'), { recursive: true });
	await writeFile(join(first, 'content/inbox/README.md'), '# Inbox\n');
	await cp('.gitattributes', join(first, '.gitattributes'));
	await cp('.gitignore', join(first, '.gitignore'));
	await writeFile(join(first, 'code.ts'), '// Code.\n');
	git(first, 'add', '--all');
	git(first, 'commit', '--quiet', '-m', 'Found the archive');
	git(first, 'push', '--quiet', 'origin', 'HEAD:main');
}

async function takeUpHere(
	place: string,
	environment: Readonly<Record<string, string>> = {},
): Promise<TakeUpResult> {
	const [outputs, summary] = [`${place}.outputs`, `${place}.summary`];
	await Promise.all([writeFile(outputs, ''), writeFile(summary, '')]);
	const result = await callScript(takeUp, ['--clone', place], {
		environment: {
			...(process.env as Record<string, string>),
			GITHUB_OUTPUT: outputs,
			GITHUB_STEP_SUMMARY: summary,
			...environment,
		},
	});
	const lines = (await readFile(outputs, 'utf8')).split('\n').filter((line) => line !== '');
	return {
		...result,
		outputs: Object.fromEntries(lines.map((line) => line.split('=') as [string, string])),
		summary: await readFile(summary, 'utf8'),
	};
}

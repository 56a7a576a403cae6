import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { runHere, type Terminal } from './run.ts';

const root = resolve(import.meta.dirname, '..');

// What a build may meet: every difference of two machines that must not be seen in the site.
const otherWorld = {
	TZ: 'Pacific/Kiritimati',
	LANG: 'tr_TR.UTF-8',
	LC_ALL: 'tr_TR.UTF-8',
	UV_THREADPOOL_SIZE: '1',
	HOME: tmpdir(),
};

/** `npm run test:repro`: build twice, in two worlds, and compare the bytes. */
export async function testRepro(terminal: Terminal): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), 'offprint-repro-'));
	try {
		const copy = join(folder, 'another path', 'offprint');
		copyProject(copy);
		const here = join(folder, 'here');
		const there = join(folder, 'there');
		build(root, here, [], {});
		build(copy, there, ['--import', join(copy, 'scripts/other-world.ts')], otherWorld);
		return compare(manifest(here), manifest(there), terminal);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The files git tracks, with the same packages. */
function copyProject(to: string): void {
	const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split(
		'\0',
	);
	for (const file of files.filter((name) => name !== '').toReversed()) {
		mkdirSync(dirname(join(to, file)), { recursive: true });
		cpSync(join(root, file), join(to, file));
	}
	symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'), 'junction');
}

function build(
	folder: string,
	out: string,
	options: readonly string[],
	environment: Readonly<Record<string, string>>,
): void {
	const command = [process.execPath, ...options, 'scripts/build.ts', '--out', out];
	// One core where that can be asked for.
	const pinned = Object.keys(environment).length > 0 && spawnSync('taskset', ['-V']).status === 0;
	const [program, ...parameters] = pinned ? ['taskset', '-c', '0', ...command] : command;
	const { status } = spawnSync(program!, parameters, {
		cwd: folder,
		env: { ...process.env, ...environment },
		stdio: 'inherit',
	});
	if (status !== 0) throw new Error(`The build in ${folder} failed`);
}

/** SHA-256 of every file, in the form of `sha256sum`. */
function manifest(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name))
		.map((file) => `${sha256(readFileSync(file))}  ${relative(folder, file)}`)
		.sort();
}

function sha256(bytes: Uint8Array | string): string {
	return createHash('sha256').update(bytes).digest('hex');
}

function compare(
	here: readonly string[],
	there: readonly string[],
	{ print, warn }: Terminal,
): number {
	const others = new Set(there);
	const files = new Set(here);
	const different = [
		...here.filter((line) => !others.has(line)),
		...there.filter((line) => !files.has(line)),
	];
	if (different.length > 0) {
		warn(`Not the same:\n${different.slice(0, 20).join('\n')}`);
		return 1;
	}
	print(
		`${here.length} files are the same in another path, time zone, locale, umask, file order, number of cores and year.\n` +
			`SHA-256 of the manifest: ${sha256(here.join('\n'))}`,
	);
	return 0;
}

if (import.meta.main) await runHere(testRepro);

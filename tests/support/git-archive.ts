import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ingest } from '../../scripts/ingest.ts';
import { callScript } from './call-script.ts';
import { fingerprint } from './folders.ts';
import { root, type ScriptResult } from './run-script.ts';

/** A repository with an archive in `content/`. */
export interface GitArchive {
	readonly folder: string;
	readonly content: string;
	git(...parameters: string[]): string;
	/** Whether Git could do it. */
	try(...parameters: string[]): boolean;
	/** Ingest dumps as text on the branch that is checked out, and commit that. */
	ingest(...texts: string[]): Promise<void>;
	/** Run `npm run ingest` on it. */
	run(...parameters: string[]): Promise<ScriptResult>;
	/** A repository beside it, with the same commits. */
	clone(): GitArchive;
	/** The SHA-256 of every file of its content. */
	sums(): Promise<Record<string, string>>;
	read(name: string): Promise<string>;
}

/** Make a repository in a new folder below `place`, with this project's `.gitattributes` or without. */
export function createGitArchive(place: string, hasAttributes = true): GitArchive {
	const archive = archiveIn(mkdtempSync(join(place, 'repository-')));
	archive.git('init', '--quiet', '--initial-branch=main');
	if (hasAttributes) cpSync(join(root, '.gitattributes'), join(archive.folder, '.gitattributes'));
	mkdirSync(archive.content);
	return archive;
}

/** A repository with the commits of another, which is its `origin`; `options` are those of `git clone`. */
export function cloneOf({ folder, git }: GitArchive, ...options: string[]): GitArchive {
	const copy = mkdtempSync(`${folder}-`);
	git('clone', '--quiet', ...options, `file://${folder}`, copy);
	return archiveIn(copy);
}

/** Makes an archive of each history once, and gives a copy each time it is asked for. */
export function madeOnce<History extends readonly unknown[]>(
	make: (...history: History) => Promise<GitArchive>,
): (...history: History) => Promise<GitArchive> {
	const known = new Map<string, Promise<GitArchive>>();
	return async (...history) => {
		const key = JSON.stringify(history);
		const archive = known.get(key) ?? make(...history);
		known.set(key, archive);
		return copyOf(await archive);
	};
}

/** A folder with all that is in that of another: its commits, its branches, its remotes. */
function copyOf({ folder }: GitArchive): GitArchive {
	const copy = mkdtempSync(`${folder}-`);
	cpSync(folder, copy, { recursive: true });
	return archiveIn(copy);
}

const identity = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org' };
const environment = {
	// In a hook these name another repository.
	...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
	...identity,
	GIT_COMMITTER_NAME: 'A',
	GIT_COMMITTER_EMAIL: 'a@example.org',
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_CONFIG_NOSYSTEM: '1',
};

function archiveIn(folder: string): GitArchive {
	const content = join(folder, 'content');
	const git = (...parameters: string[]) =>
		execFileSync('git', parameters, {
			cwd: folder,
			encoding: 'utf8',
			env: environment,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
	const run = (...parameters: string[]) =>
		callScript(ingest, ['--content', content, '--year', '2025', ...parameters]);
	return {
		folder,
		content,
		git,
		try(...parameters) {
			try {
				git(...parameters);
				return true;
			} catch {
				return false;
			}
		},
		async ingest(...texts) {
			for (const text of texts) {
				const file = `${folder}.txt`;
				await writeFile(file, text);
				expect(await run(file)).toMatchObject({ code: 0 });
				git('add', '.');
				git('commit', '--quiet', '--message', 'Ingest');
			}
		},
		run,
		clone() {
			const copy = mkdtempSync(`${folder}-`);
			git('clone', '--quiet', folder, copy);
			return archiveIn(copy);
		},
		sums: () => fingerprint(content),
		read: (name) => readFile(join(content, name), 'utf8'),
	};
}

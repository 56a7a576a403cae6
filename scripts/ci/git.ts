import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A clone, and what Git is told in it. */
export interface Clone {
	readonly folder: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Git said no. Its message is Git's own. */
export class GitError extends Error {
	override readonly name = 'GitError';
}

// Large enough for the list of all files of an archive.
const maxBuffer = 64 * 1024 * 1024;

/** Run Git in a clone; gives what it prints. Throws a `GitError` when it ends with anything but 0. */
export async function git(clone: Clone, ...parameters: readonly string[]): Promise<string> {
	return String(await gitBytes(clone, ...parameters)).trimEnd();
}

/** As `git`, for what is no text. */
export async function gitBytes(
	{ folder, environment }: Clone,
	...parameters: readonly string[]
): Promise<Buffer> {
	try {
		const { stdout } = await execute('git', parameters, {
			cwd: folder,
			env: { ...environment, ...credentials(environment), GIT_TERMINAL_PROMPT: '0' },
			maxBuffer,
			encoding: 'buffer',
		});
		return stdout;
	} catch (error) {
		const { stderr, message } = error as Error & { readonly stderr?: Buffer };
		throw new GitError(String(stderr ?? '').trim() || message, { cause: error });
	}
}

/** Whether Git ends with 0. */
export async function gitSucceeds(
	clone: Clone,
	...parameters: readonly string[]
): Promise<boolean> {
	return gitBytes(clone, ...parameters).then(
		() => true,
		() => false,
	);
}

/** The token as a header, through the environment: neither a file nor a command line ever holds it. */
function credentials({ GITHUB_TOKEN: token, GITHUB_SERVER_URL: server }: Clone['environment']) {
	if (!token || !server) return {};
	const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
	return {
		GIT_CONFIG_COUNT: '1',
		GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
		GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
	};
}

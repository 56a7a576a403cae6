import { UsageError } from '../arguments.ts';
import type { Terminal } from '../run.ts';
import { addSummary } from './runner.ts';

/** Ask GitHub about this repository: a method, a path below it such as `/issues`, and what is sent. */
export type GitHub = (method: string, path: string, body?: object) => Promise<unknown>;

const patience = 30_000;
const tries = 3;

/** GitHub as the environment of a workflow gives it: address, repository, token. */
export function createGitHub({ environment }: Terminal): GitHub {
	const api = environment['GITHUB_API_URL'] ?? 'https://api.github.com';
	const { GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = environment;
	if (!repository || !token)
		throw new UsageError(
			'Unexpected lack of GITHUB_REPOSITORY or GITHUB_TOKEN in the environment',
		);
	return async (method, path, body) => {
		for (let attempt = 1; ; attempt++) {
			const response = await fetch(`${api}/repos/${repository}${path}`, {
				method,
				headers: {
					accept: 'application/vnd.github+json',
					authorization: `Bearer ${token}`,
					'x-github-api-version': '2022-11-28',
				},
				...(body && { body: JSON.stringify(body) }),
				signal: AbortSignal.timeout(patience),
			});
			if (response.ok) return response.status === 204 ? undefined : response.json();
			// Asked again, what is sent could be there twice; what is only asked for cannot.
			if (method !== 'GET' || response.status < 500 || attempt === tries)
				throw new GitHubError(
					`${method} ${path}: GitHub answered ${response.status}`,
					response.status,
				);
		}
	};
}

/** GitHub said no. */
export class GitHubError extends Error {
	override readonly name = 'GitHubError';
	readonly status: number;

	constructor(message: string, status: number) {
		super(message);
		this.status = status;
	}
}

/**
 * Do something with the issues of a repository. A fork has none until its owner turns them on: that is said
 * in the run's summary, and is no failure.
 */
export async function withIssues(
	terminal: Terminal,
	work: (github: GitHub) => Promise<void>,
): Promise<number> {
	try {
		await work(createGitHub(terminal));
	} catch (error) {
		if (!(error instanceof GitHubError && error.status === 410)) throw error;
		const text =
			'This repository has no issues, so nothing is told there. Settings, General, Features turns them on.';
		terminal.print(text);
		await addSummary(terminal, text);
	}
	return 0;
}

/** An issue, as far as it is of interest here. */
export interface Issue {
	readonly number: number;
	readonly body: string | null;
	/** There when it is a pull request. */
	readonly pull_request?: object;
}

const pageSize = 100;

/** All open issues with a label. */
export async function openIssues(github: GitHub, label: string): Promise<Issue[]> {
	const issues: Issue[] = [];
	for (let page = 1; ; page++) {
		const query = `labels=${encodeURIComponent(label)}&state=open&per_page=${pageSize}&page=${page}`;
		const found = (await github('GET', `/issues?${query}`)) as Issue[];
		issues.push(...found.filter((issue) => issue.pull_request === undefined));
		if (found.length < pageSize) return issues;
	}
}

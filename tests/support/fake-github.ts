import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** An issue as the fake keeps it. */
export interface FakeIssue {
	readonly number: number;
	readonly title: string;
	readonly body: string;
	readonly labels: readonly string[];
	state: string;
}

/** A GitHub of one repository, with issues, pull requests and runs, for scripts to talk to. */
export interface FakeGitHub {
	/** What a workflow would find in its environment. */
	readonly environment: Readonly<Record<string, string>>;
	readonly issues: FakeIssue[];
	readonly pulls: object[];
	/** `POST /issues` and the like, in their order; questions are left out. */
	readonly calls: string[];
	runs: readonly object[];
	artifacts: readonly object[];
	/** As in a fork whose owner has not turned them on. */
	hasIssues: boolean;
}

/** Start it; it is gone when the test is. */
export async function fakeGitHub(): Promise<FakeGitHub> {
	const github: Omit<FakeGitHub, 'environment'> = {
		issues: [],
		pulls: [],
		calls: [],
		runs: [],
		artifacts: [],
		hasIssues: true,
	};
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const text = Buffer.concat(chunks).toString();
		const url = new URL(request.url!, 'http://github');
		const path = url.pathname.replace('/repos/someone/archive', '');
		const body = (text === '' ? {} : JSON.parse(text)) as Record<string, string>;
		if (request.method !== 'GET') github.calls.push(`${request.method} ${path}`);
		if (!github.hasIssues && path.startsWith('/issues')) {
			response.writeHead(410).end('{"message":"Issues are disabled for this repo"}');
			return;
		}
		const answer = answerOf(github, request.method!, path, url.searchParams, body);
		response.writeHead(answer === undefined ? 404 : 200, {
			'content-type': 'application/json',
		});
		response.end(JSON.stringify(answer ?? {}));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	return Object.assign(github, {
		environment: {
			GITHUB_API_URL: `http://127.0.0.1:${port}`,
			GITHUB_REPOSITORY: 'someone/archive',
			GITHUB_TOKEN: 'token',
		},
	});
}

function answerOf(
	github: Omit<FakeGitHub, 'environment'>,
	method: string,
	path: string,
	query: URLSearchParams,
	body: Record<string, string>,
): unknown {
	const number = Number(/^\/issues\/(\d+)/.exec(path)?.[1]);
	const issue = github.issues.find((one) => one.number === number);
	switch (`${method} ${path.replace(/\d+/, 'N')}`) {
		case 'GET /issues':
			return github.issues.filter(
				({ state, labels }) => state === 'open' && labels.includes(query.get('labels')!),
			);
		case 'POST /issues':
			github.issues.push({
				...(body as unknown as Omit<FakeIssue, 'number' | 'state'>),
				number: github.issues.length + 1,
				state: 'open',
			});
			return github.issues.at(-1);
		case 'PATCH /issues/N':
			return Object.assign(issue!, body);
		case 'POST /issues/N/comments':
			return {};
		case 'GET /pulls':
			return github.pulls;
		case 'POST /pulls':
			github.pulls.push(body);
			return body;
		case 'GET /actions/workflows/pages.yml/runs':
			return { workflow_runs: github.runs };
		case 'GET /actions/runs/N/artifacts':
			return { artifacts: github.artifacts };
		default:
			return undefined;
	}
}

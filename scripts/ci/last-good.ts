import { runHere, type Terminal } from '../run.ts';
import { createGitHub, type GitHub } from './github.ts';
import { setOutput } from './runner.ts';

interface Runs {
	readonly workflow_runs: readonly { readonly id: number; readonly head_sha: string }[];
}

// `someone/archive/.github/workflows/pages.yml@refs/heads/main`, also where its jobs are those of another repository
const workflowRe = /\.github\/workflows\/([^/@]+)@/;

interface Artifacts {
	readonly artifacts: readonly {
		readonly id: number;
		readonly name: string;
		readonly expired: boolean;
	}[];
}

/** Which run published last what is still right, from which commit, and the artifact with the site; nothing before the first. */
export async function lastGood(terminal: Terminal): Promise<number> {
	const github = createGitHub(terminal);
	const branch = encodeURIComponent(terminal.environment['OFFPRINT_BRANCH'] ?? 'main');
	const [, workflow = 'pages.yml'] =
		workflowRe.exec(terminal.environment['GITHUB_WORKFLOW_REF'] ?? '') ?? [];
	const query = `branch=${branch}&status=success&per_page=1`;
	const { workflow_runs: runs } = (await github(
		'GET',
		`/actions/workflows/${encodeURIComponent(workflow)}/runs?${query}`,
	)) as Runs;
	const [last] = runs;
	await setOutput(terminal, 'run', String(last?.id ?? ''));
	await setOutput(terminal, 'commit', last?.head_sha ?? '');
	await setOutput(terminal, 'site', (last && (await siteOf(github, last.id))) ?? '');
	return 0;
}

/** The name of the site that the last attempt of a run handed on, if GitHub still has it. */
async function siteOf(github: GitHub, run: number): Promise<string | undefined> {
	const { artifacts } = (await github(
		'GET',
		`/actions/runs/${run}/artifacts?per_page=100`,
	)) as Artifacts;
	return artifacts
		.filter(({ name, expired }) => name.startsWith('github-pages') && !expired)
		.toSorted((a, b) => b.id - a.id)[0]?.name;
}

if (import.meta.main) await runHere(lastGood);

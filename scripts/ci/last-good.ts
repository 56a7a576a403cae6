import { runHere, type Terminal } from '../run.ts';
import { createGitHub } from './github.ts';
import { setOutput } from './runner.ts';

interface Runs {
	readonly workflow_runs: readonly { readonly id: number; readonly head_sha: string }[];
}

// `someone/archive/.github/workflows/pages.yml@refs/heads/main`, also where its jobs are those of another repository
const workflowRe = /\.github\/workflows\/([^/@]+)@/;

/** Which run published last what is still right, and from which commit; nothing before the first. */
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
	await setOutput(terminal, 'run', String(runs[0]?.id ?? ''));
	await setOutput(terminal, 'commit', runs[0]?.head_sha ?? '');
	return 0;
}

if (import.meta.main) await runHere(lastGood);

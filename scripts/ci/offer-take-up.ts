import { git, type Clone } from './git.ts';
import { createGitHub } from './github.ts';
import type { Terminal } from '../run.ts';

// Written anew by each run, from the tip.
const offered = 'offprint/take-up';

/** Offer what was taken up as a pull request, for a branch that nobody pushes to; the one that is open is brought up to date. */
export async function offerTakeUp(clone: Clone, branch: string, terminal: Terminal): Promise<void> {
	await git(clone, 'push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${offered}`);
	const github = createGitHub(terminal);
	const owner = terminal.environment['GITHUB_REPOSITORY']!.split('/')[0]!;
	const open = (await github(
		'GET',
		`/pulls?state=open&base=${branch}&head=${owner}:${offered}`,
	)) as object[];
	if (open.length > 0) return;
	const title = await git(clone, 'log', '-1', '--format=%s');
	await github('POST', '/pulls', {
		title,
		head: offered,
		base: branch,
		body: 'Dumps of the inbox, taken up. Each run brings this up to date until it is merged.',
	});
}

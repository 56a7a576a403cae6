import { runHere, type Terminal } from '../run.ts';
import { openIssues, withIssues } from './github.ts';

const label = 'publication';

/** Open an issue that the published site was not the one that was built; once, while it is open. */
export async function tellRolledBack(terminal: Terminal): Promise<number> {
	const {
		GITHUB_SERVER_URL: server,
		GITHUB_REPOSITORY: repository,
		GITHUB_RUN_ID: run,
	} = terminal.environment;
	const body = [
		'After the last deployment the published site did not answer with the files that were built. The last good site was deployed again.',
		`What was compared: ${server}/${repository}/actions/runs/${run}`,
		'Run the workflow again from its page; close this when it is green.',
	].join('\n\n');
	return withIssues(terminal, async (github) => {
		if ((await openIssues(github, label)).length > 0) return;
		await github('POST', '/issues', {
			title: 'The published site is not the one that was built',
			labels: [label],
			body,
		});
	});
}

if (import.meta.main) await runHere(tellRolledBack);

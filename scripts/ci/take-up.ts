import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readArguments } from '../arguments.ts';
import type { IngestReport } from '../ingest-report.ts';
import { codeBlock, reportMarkdown } from '../report-markdown.ts';
import { runHere, type Terminal } from '../run.ts';
import { git, GitError, gitSucceeds, type Clone } from './git.ts';
import { moveStrays } from './move-strays.ts';
import { offerTakeUp } from './offer-take-up.ts';
import { runIngest, runOnContent } from './run-ingest.ts';
import { addSummary, printForeign, setOutput } from './runner.ts';

const usage = 'node scripts/ci/take-up.ts [--clone DIR] [--branch NAME]';

const tries = 3;
// The feed goes on with a day for a while.
const askedDays = '3';

/**
 * Take up what waits in the inbox, on the tip of the branch, and push it. Whoever was quicker wins: on a
 * rejected push it starts again from the new tip, and never merges a ledger by its text. Says which commit
 * is to be built.
 */
export async function takeUp(terminal: Terminal): Promise<number> {
	const { values } = readArguments(terminal.parameters, usage, {
		clone: { type: 'string', default: terminal.environment['OFFPRINT_CLONE'] ?? '.' },
		branch: { type: 'string', default: terminal.environment['OFFPRINT_BRANCH'] ?? 'main' },
	});
	const clone = { folder: resolve(values.clone), environment: terminal.environment };
	for (let attempt = 1; attempt <= tries; attempt++) {
		const tip = await checkOutTip(clone, values.branch);
		await moveStrays(join(clone.folder, 'content'));
		const isFetched = await fetchLastDays(clone, terminal);
		const message = await ingestTip(clone, terminal);
		const other = isFetched
			? 'Note days on which the feed was empty'
			: 'Put the archive in order';
		const commit = await commitContent(clone, message ?? other);
		const refusal = await publish(clone, values.branch, { tip, commit }, terminal);
		if (refusal === undefined) return 0;
		printForeign(terminal, `Try ${attempt} of ${tries}: the push was rejected.\n${refusal}`);
	}
	terminal.warn(
		`Nothing was published. If ${values.branch} is protected, set the variable OFFPRINT_TAKE_UP to pull-request.`,
	);
	return 1;
}

/** Make the clone be the tip of the branch, whatever a killed run left in it. */
async function checkOutTip(clone: Clone, branch: string): Promise<string> {
	await git(clone, 'fetch', '--quiet', 'origin', `+refs/heads/${branch}:refs/remotes/origin/tip`);
	await git(clone, 'checkout', '--quiet', '--force', '--detach', 'refs/remotes/origin/tip');
	await git(clone, 'clean', '--quiet', '-ffdx', '--', 'content');
	return git(clone, 'rev-parse', 'HEAD');
}

/** Ask the feed for the last days, if that is turned on; whether it is. A feed that gives nothing holds up nothing. */
async function fetchLastDays(clone: Clone, terminal: Terminal): Promise<boolean> {
	if (terminal.environment['OFFPRINT_FETCH'] !== 'true') return false;
	const { code, output } = await runOnContent(clone, 'fetch', ['--last', askedDays]);
	printForeign(terminal, output);
	if (code !== 0) {
		terminal.print(
			'::warning title=The feed gave nothing::Not all of the last days could be had.',
		);
		await addSummary(
			terminal,
			`### The feed did not give all days\n\n${codeBlock(output.trim())}`,
		);
	}
	return true;
}

/** Ingest; an archive that two branches have left at odds is repaired first. Gives the message of a commit, if there is anything to commit. */
async function ingestTip(clone: Clone, terminal: Terminal): Promise<string | undefined> {
	const scratch = await mkdtemp(join(tmpdir(), 'offprint-'));
	try {
		const file = join(scratch, 'report.json');
		const year = terminal.environment['OFFPRINT_YEAR'] ?? '';
		const parameters = ['--report', file, ...(year === '' ? [] : ['--year', year])];
		const first = await runIngest(clone, parameters);
		const repair =
			first.code === 0 ? undefined : await repairTip(clone, terminal, first.output);
		const { code, output } = repair === undefined ? first : await runIngest(clone, parameters);
		printForeign(terminal, output);
		if (code !== 0) throw new Error('The archive cannot take anything up; see above.');
		const report = JSON.parse(await readFile(file, 'utf8')) as IngestReport;
		await addSummary(terminal, reportMarkdown(report));
		const subjects = [repair === undefined ? '' : 'Repair the archive', report.commit];
		const message = subjects.filter((subject) => subject !== '').join('\n\n');
		return message === '' ? undefined : message;
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

/** Bring together what two branches ingested. What it says goes into the summary. */
async function repairTip(clone: Clone, terminal: Terminal, reason: string): Promise<string> {
	const { code, output } = await runIngest(clone, ['--repair']);
	if (code !== 0) {
		printForeign(terminal, `${reason}\n${output}`);
		throw new Error('The archive has an error that a repair does not mend; see above.');
	}
	await addSummary(terminal, `### The archive was repaired\n\n${codeBlock(output.trim())}`);
	return output;
}

async function commitContent(clone: Clone, message: string): Promise<string> {
	await git(clone, 'add', '--all', '--', 'content');
	if (await gitSucceeds(clone, 'diff', '--cached', '--quiet'))
		return git(clone, 'rev-parse', 'HEAD');
	await git(
		clone,
		'-c',
		'user.name=github-actions[bot]',
		'-c',
		'user.email=41898282+github-actions[bot]@users.noreply.github.com',
		'commit',
		'--quiet',
		'--message',
		message,
	);
	return git(clone, 'rev-parse', 'HEAD');
}

/** Push, or offer a pull request, and say what is to be built. Gives the reason when the push is rejected. */
async function publish(
	clone: Clone,
	branch: string,
	{ tip, commit }: { readonly tip: string; readonly commit: string },
	terminal: Terminal,
): Promise<string | undefined> {
	const isOffer = terminal.environment['OFFPRINT_TAKE_UP'] === 'pull-request';
	try {
		if (commit !== tip && isOffer) await offerTakeUp(clone, branch, terminal);
		else if (commit !== tip)
			await git(clone, 'push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
	} catch (error) {
		if (error instanceof GitError) return error.message;
		throw error;
	}
	const built = isOffer ? tip : commit;
	await setOutput(terminal, 'commit', built);
	await setOutput(terminal, 'code', String(await hasNewCode(clone, built)));
	return undefined;
}

/** Whether anything but content changed since the last commit that was published; if that is not known, yes. */
async function hasNewCode(clone: Clone, commit: string): Promise<boolean> {
	const published = clone.environment['OFFPRINT_LAST_GOOD'] ?? '';
	if (!/^[0-9a-f]{40}$/.test(published)) return true;
	const paths = ['--', '.', ':(exclude)content'];
	return !(await gitSucceeds(clone, 'diff', '--quiet', published, commit, ...paths));
}

if (import.meta.main) await runHere(takeUp);

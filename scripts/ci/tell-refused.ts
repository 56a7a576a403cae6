import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { quote } from '../../src/diagnostics.ts';
import { readArguments } from '../arguments.ts';
import type { IngestReport, RefusedDump } from '../ingest-report.ts';
import { code, refusalMarkdown } from '../report-markdown.ts';
import { runHere, type Terminal } from '../run.ts';
import { openIssues, withIssues, type GitHub } from './github.ts';
import { runIngest } from './run-ingest.ts';
import { printForeign } from './runner.ts';

const usage = 'node scripts/ci/tell-refused.ts [--clone DIR]';

const label = 'refused-dump';

// `SHA-256: 9f86d081…`, by which an issue is found again.
const sumRe = /^SHA-256: `([0-9a-f]{64})`$/m;

/** Keep one issue open for each dump that waits in the inbox because it was refused, and close those whose dump is gone. */
export async function tellRefused(terminal: Terminal): Promise<number> {
	const { values } = readArguments(terminal.parameters, usage, {
		clone: { type: 'string', default: terminal.environment['OFFPRINT_CLONE'] ?? '.' },
	});
	const refused = await findRefused(resolve(values.clone), terminal);
	return withIssues(terminal, async (github) => {
		const told = await toldOf(github);
		const waiting = new Map(refused.map((dump) => [dump.sha256, dump]));
		for (const [sum, dump] of waiting) if (!told.has(sum)) await openIssue(github, dump);
		for (const [sum, number] of told) if (!waiting.has(sum)) await closeIssue(github, number);
		terminal.print(`${waiting.size} refused, ${told.size} told of before.`);
	});
}

/** The open issues by the SHA-256 of the dumps that they tell of. */
async function toldOf(github: GitHub): Promise<ReadonlyMap<string, number>> {
	const issues = await openIssues(github, label);
	return new Map(
		issues.flatMap(({ number, body }) => {
			const sum = sumRe.exec((body ?? '').replaceAll('\r', ''))?.[1];
			return sum === undefined ? [] : [[sum, number] as const];
		}),
	);
}

/** What an ingest of the commit would refuse: nothing needs to be passed on from the job that ingested. */
async function findRefused(folder: string, terminal: Terminal): Promise<readonly RefusedDump[]> {
	const scratch = await mkdtemp(join(tmpdir(), 'offprint-'));
	try {
		const file = join(scratch, 'report.json');
		const { code, output } = await runIngest({ folder, environment: terminal.environment }, [
			'--dry-run',
			'--report',
			file,
		]);
		printForeign(terminal, output);
		if (code !== 0) throw new Error('The archive cannot be read; see above.');
		return (JSON.parse(await readFile(file, 'utf8')) as IngestReport).refused;
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

async function openIssue(github: GitHub, dump: RefusedDump): Promise<void> {
	await github('POST', '/issues', {
		// A title is no Markdown, but a mention in it would call somebody.
		title: `Refused dump: ${quote(basename(dump.file)).replaceAll('@', '@\u2060')}`,
		labels: [label],
		body: [
			`${code(dump.file)} was not taken up, and waits where it is.`,
			refusalMarkdown(dump),
			'Replace or rename the file, or delete it; this closes by itself then.',
			`SHA-256: \`${dump.sha256}\``,
		].join('\n\n'),
	});
}

async function closeIssue(github: GitHub, number: number): Promise<void> {
	await github('POST', `/issues/${number}/comments`, {
		body: 'The file is gone from the inbox.',
	});
	await github('PATCH', `/issues/${number}`, { state: 'closed', state_reason: 'completed' });
}

if (import.meta.main) await runHere(tellRefused);

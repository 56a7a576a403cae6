import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { quote } from '../../src/diagnostics.ts';
import { limits } from '../../src/model/limits.ts';
import { readArguments, UsageError } from '../arguments.ts';
import type { IngestReport } from '../ingest-report.ts';
import { codeBlock, reportMarkdown } from '../report-markdown.ts';
import { runHere, type Terminal } from '../run.ts';
import { git, gitBytes, type Clone } from './git.ts';
import { rehearseRepair } from './rehearse-repair.ts';
import { runIngest } from './run-ingest.ts';
import { addSummary, printForeign, setOutput } from './runner.ts';

const usage = 'node scripts/ci/read-offered.ts [--clone DIR]';

// Who offers more founds an archive, and does so with a person's help.
const mostOffered = 100;
// `100644 blob <sha>   1234\tcontent/inbox/trending.txt`; a link has mode 120000.
const plainFileRe = /^100(?:644|755) blob [0-9a-f]{40} +(\d+)\t/;
const guide = 'content/inbox/README.md';
const commitRe = /^[0-9a-f]{40}$/;

/**
 * Read the dumps that a pull request offers, with the code and the archive of its base, and say in the summary
 * what would come of them. Of the pull request nothing but the bytes of these files is read; they are ingested
 * into the checkout, from which a preview can be built.
 */
export async function readOffered(terminal: Terminal): Promise<number> {
	const { values } = readArguments(terminal.parameters, usage, {
		clone: { type: 'string', default: terminal.environment['OFFPRINT_CLONE'] ?? '.' },
	});
	const clone = { folder: resolve(values.clone), environment: terminal.environment };
	const head = await fetchHead(clone);
	const changes = await changesIn(clone, head);
	const dumps = changes.filter(({ status, path }) => status !== 'D' && isDump(path));
	const others = changes.filter(({ path }) => path.startsWith('content/') && !isDump(path));
	await setOutput(
		terminal,
		'code',
		String(changes.some(({ path }) => !path.startsWith('content/'))),
	);
	await setOutput(terminal, 'dumps', String(dumps.length));
	if (dumps.length > mostOffered)
		throw new UsageError(
			`Unexpected ${dumps.length} dumps, expected at most ${mostOffered} at once`,
		);
	const inbox = join(clone.folder, 'offered');
	const unread = await writeOffered(clone, head, dumps, inbox);
	if (others.length > 0) await addSummary(terminal, othersPart(others));
	if (unread.length > 0) await addSummary(terminal, unreadPart(unread));
	// Before the checkout is changed: the repair is that of the base.
	if (others.some(({ status, path }) => status !== 'D' && path === 'content/ledger.jsonl'))
		await rehearseRepair(clone, head, ingestedIn(dumps, unread, inbox), terminal);
	if (dumps.length > unread.length) await ingestOffered(clone, inbox, terminal);
	return 0;
}

interface Change {
	readonly status: string;
	readonly path: string;
}

async function fetchHead(clone: Clone): Promise<string> {
	const { OFFPRINT_PULL: number = '', OFFPRINT_HEAD: head = '' } = clone.environment;
	if (!/^\d+$/.test(number) || !commitRe.test(head))
		throw new UsageError(
			'Unexpected OFFPRINT_PULL or OFFPRINT_HEAD, expected a number and a commit',
		);
	await git(clone, 'fetch', '--quiet', 'origin', `refs/pull/${number}/head`);
	return head;
}

/** What a pull request changes since it left its base. */
async function changesIn(clone: Clone, head: string): Promise<Change[]> {
	const base = await git(clone, 'merge-base', 'HEAD', head);
	const fields = (
		await git(clone, 'diff', '--name-status', '-z', '--no-renames', base, head, '--')
	).split('\0');
	return Array.from({ length: Math.floor(fields.length / 2) }, (_, index) => ({
		status: fields[2 * index]!,
		path: fields[2 * index + 1]!,
	}));
}

// `content/inbox/2025/trending.txt`; nothing hidden, at any depth.
const dumpRe = /^content\/(?:inbox|dumps)(?:\/[^./][^/]*)+$/;

function isDump(path: string): boolean {
	return dumpRe.test(path) && path !== guide;
}

/** Write the bytes of offered dumps into a folder; gives the paths of those that are no plain file of a dump's size. */
async function writeOffered(
	clone: Clone,
	head: string,
	dumps: readonly Change[],
	inbox: string,
): Promise<string[]> {
	const unread: string[] = [];
	for (const { path } of dumps) {
		const entry = await git(clone, 'ls-tree', '-z', '--long', head, '--', `:(literal)${path}`);
		const size = plainFileRe.exec(entry)?.[1];
		if (size === undefined || Number(size) > limits.file) {
			unread.push(path);
			continue;
		}
		const place = join(inbox, path.replace(/^content\/(?:inbox|dumps)\//, ''));
		await mkdir(dirname(place), { recursive: true });
		await writeFile(place, await gitBytes(clone, 'cat-file', 'blob', `${head}:${path}`));
	}
	return unread;
}

/** Where the dumps lie that the branch has taken up itself. */
function ingestedIn(dumps: readonly Change[], unread: readonly string[], inbox: string): string[] {
	const folder = 'content/dumps/';
	return dumps
		.filter(({ path }) => path.startsWith(folder) && !unread.includes(path))
		.map(({ path }) => join(inbox, path.slice(folder.length)));
}

async function ingestOffered(clone: Clone, inbox: string, terminal: Terminal): Promise<void> {
	const scratch = await mkdtemp(join(tmpdir(), 'offprint-'));
	try {
		const file = join(scratch, 'report.json');
		const { code, output } = await runIngest(clone, ['--inbox', inbox, '--report', file]);
		printForeign(terminal, output);
		if (code !== 0) throw new Error('The archive of the base cannot be read; see above.');
		const report = JSON.parse(await readFile(file, 'utf8')) as IngestReport;
		await addSummary(terminal, reportMarkdown(report));
		if (report.refused.length > 0)
			terminal.print('::warning title=Refused::A dump would be refused; see the summary.');
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

function othersPart(others: readonly Change[]): string {
	const lines = others.map(({ status, path }) => `${status}  ${quote(path)}`);
	return `It changes other content too, which only ingest or a person who decides writes:\n\n${codeBlock(lines.join('\n'))}\n`;
}

function unreadPart(paths: readonly string[]): string {
	return `### Refused: no plain files of a dump's size\n\n${codeBlock(paths.map(quote).join('\n'))}\n`;
}

if (import.meta.main) await runHere(readOffered);

import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits } from '../../src/model/limits.ts';
import { codeBlock } from '../report-markdown.ts';
import type { Terminal } from '../run.ts';
import { git, gitBytes, type Clone } from './git.ts';
import { runIngest } from './run-ingest.ts';
import { addSummary, printForeign } from './runner.ts';

// What ingest writes beside the dumps, a line at a time.
const files = ['dumps.sha256', 'ledger.jsonl', 'names.jsonl', 'register.jsonl'];
// `100644 blob <sha>   1234\tcontent/ledger.jsonl`; a link has mode 120000.
const plainFileRe = /^100(?:644|755) blob [0-9a-f]{40} +(\d+)\t/;

/**
 * Say in the summary what a repair would do if a branch that ingested too were merged, and whether it could. The
 * lines of both sides are put together on a copy, with the code of the base; `dumps` are the branch's.
 */
export async function rehearseRepair(
	clone: Clone,
	head: string,
	dumps: readonly string[],
	terminal: Terminal,
): Promise<void> {
	const scratch = await mkdtemp(join(tmpdir(), 'offprint-'));
	try {
		await cp(join(clone.folder, 'content'), join(scratch, 'content'), { recursive: true });
		for (const name of files) {
			const lines = await linesAt(clone, head, `content/${name}`);
			await appendFile(join(scratch, 'content', name), lines);
		}
		// What the base has is published, or soon is: the register goes on from it.
		const published = ['--published', join(clone.folder, 'content')];
		const parameters = ['--repair', '--dry-run', ...published, ...dumps];
		const { code, output } = await runIngest({ ...clone, folder: scratch }, parameters);
		printForeign(terminal, output);
		const title =
			code === 0
				? '### It was ingested on the branch too: what bringing both sides together would do'
				: '### It was ingested on the branch too, and a repair would be refused';
		await addSummary(terminal, `${title}\n\n${codeBlock(output.trim())}\n`);
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

/** The bytes of a plain file of a branch, ended as a line; none of anything else. */
async function linesAt(clone: Clone, head: string, path: string): Promise<Buffer> {
	const entry = await git(clone, 'ls-tree', '-z', '--long', head, '--', `:(literal)${path}`);
	const size = Number(plainFileRe.exec(entry)?.[1] ?? Infinity);
	if (size > limits.file) return Buffer.of();
	const bytes = await gitBytes(clone, 'cat-file', 'blob', `${head}:${path}`);
	return Buffer.concat([bytes, Buffer.from(bytes.at(-1) === 10 ? '' : '\n')]);
}

import { join } from 'node:path';
import { quote } from '../src/diagnostics.ts';
import { changeContent, readContent, readDump } from '../src/disk/content-folder.ts';
import {
	isDay,
	isDigestId,
	isPaperId,
	type Day,
	type DigestId,
	type PaperId,
} from '../src/model/id.ts';
import type { CorrectionRequest } from '../src/archive/plan-correction.ts';
import { planCorrection, type CorrectionPlan } from '../src/pipeline.ts';
import { readArguments, UsageError } from './arguments.ts';
import { runHere, type Terminal } from './run.ts';

const usage = `npm run correct -- merge PAPER INTO [--reason "…"]
       npm run correct -- remove PAPER --reason "…"
       npm run correct -- restore PAPER
       npm run correct -- accept DIGEST --reason "…"     its dump was edited on purpose
       npm run correct -- withdraw DIGEST --reason "…"   its dump was deleted on purpose
       [--date YYYY-MM-DD] [--content DIR] [--dry-run]`;

/** `npm run correct`: write down what a person decided. */
export async function correct({ parameters, print }: Terminal): Promise<number> {
	const { folder, dryRun, request } = await readRequest(parameters);
	const plan = dryRun
		? planCorrection(await readContent(folder), request)
		: await changeContent(folder, (content) => planCorrection(content, request), correctionsOf);
	print(formatPlan(plan, dryRun, folder));
	return 0;
}

function correctionsOf({ corrections }: CorrectionPlan) {
	return { corrections };
}

async function readRequest(parameters: readonly string[]) {
	const { values, positionals } = readArguments(parameters, usage, {
		reason: { type: 'string' },
		date: { type: 'string' },
		content: { type: 'string', default: 'content' },
		'dry-run': { type: 'boolean', default: false },
	});
	const date = values.date ?? new Date().toISOString().slice(0, 10);
	if (!isDay(date))
		throw refuse(`Unexpected date ${quote(date)}, expected a day such as 2025-03-11`);
	const [verb, ...names] = positionals;
	const request = await parseRequest(
		verb,
		names,
		{ date, reason: values.reason },
		values.content,
	);
	return { folder: values.content, dryRun: values['dry-run'], request };
}

async function parseRequest(
	verb: string | undefined,
	names: readonly string[],
	{ date, reason }: { readonly date: Day; readonly reason: string | undefined },
	folder: string,
): Promise<CorrectionRequest> {
	switch (verb) {
		case 'merge': {
			const [paper, into] = [paperName(names[0]), paperName(names[1])];
			return { verb, paper, into, date, reason: reason ?? 'They are one paper.' };
		}
		case 'remove':
			return { verb, paper: paperName(names[0]), date, reason: needed(reason) };
		case 'restore':
			return { verb, paper: paperName(names[0]) };
		case 'accept': {
			const digest = digestName(names[0]);
			const { sha256 } = await readDump(join(folder, 'dumps', `${digest}.txt`));
			return { verb, digest, sha256, date, reason: needed(reason) };
		}
		case 'withdraw':
			return { verb, digest: digestName(names[0]), date, reason: needed(reason) };
		default:
			throw refuse(
				verb === undefined ? 'Say what to do' : `There is no command ${quote(verb)}`,
			);
	}
}

function paperName(name: string | undefined): PaperId {
	if (name !== undefined && isPaperId(name)) return name;
	throw refuse(`${found(name)} is not a paper’s id, which is the last part of its address`);
}

function digestName(name: string | undefined): DigestId {
	if (name !== undefined && isDigestId(name)) return name;
	throw refuse(`${found(name)} is not a digest’s id, such as 2025-03-11-2`);
}

function found(name: string | undefined): string {
	return name === undefined ? 'Nothing' : quote(name);
}

function needed(reason: string | undefined): string {
	if (reason?.trim()) return reason.trim();
	throw refuse('A reason is missing, and readers will ask for it. Give it with --reason "…"');
}

function refuse(message: string): UsageError {
	return new UsageError(`${message}\nUsage: ${usage}`);
}

function formatPlan({ changes }: CorrectionPlan, dryRun: boolean, folder: string): string {
	return [
		...changes.map((change) => `- ${change}`),
		'',
		dryRun
			? 'Nothing was written. Run it again without `--dry-run` to keep this.'
			: `Next: look at ${join(folder, 'corrections.yaml')}, run \`npm run build\`, and commit.`,
	].join('\n');
}

if (import.meta.main) await runHere(correct);

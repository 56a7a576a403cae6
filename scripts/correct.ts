import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { quote } from '../src/diagnostics.ts';
import { changeContent } from '../src/disk/change-content.ts';
import { readContent, readDump } from '../src/disk/content-folder.ts';
import {
	isDay,
	isDigestId,
	isPaperId,
	type Day,
	type DigestId,
	type PaperId,
} from '../src/model/id.ts';
import { digestOfDump } from '../src/model/dump-name.ts';
import { isVisible, type Decision } from '../src/model/corrections.ts';
import type { CorrectionRequest } from '../src/archive/plan-correction.ts';
import { planCorrection, type CorrectionPlan } from '../src/pipeline/plans.ts';
import { readArguments, UsageError } from './arguments.ts';
import { runHere, type Terminal } from './run.ts';

const usage = `npm run correct -- merge PAPER INTO [--reason "…"]   they are one paper
       npm run correct -- split PAPER [NUMBER…]           some of its wordings are another paper’s
       npm run correct -- remove PAPER --reason "…"
       npm run correct -- restore PAPER                   takes a merge or a removal back
       npm run correct -- accept DIGEST --reason "…"      its dump was edited on purpose
       npm run correct -- withdraw DIGEST --reason "…"    its dump was deleted on purpose
       npm run correct -- restore DIGEST                  takes that back; its dump is there again
       [--date YYYY-MM-DD] [--content DIR] [--dry-run]`;

/** `npm run correct`: write down what a person decided. */
export async function correct({ parameters, print }: Terminal): Promise<number> {
	const { folder, dryRun, request } = await readRequest(parameters);
	const plan = dryRun
		? planCorrection(await readContent(folder), request)
		: await changeContent(
				folder,
				(content) => planCorrection(content, request),
				({ content }) => content,
			);
	print(formatPlan(plan, dryRun, folder));
	return 0;
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
	const read = verbs.get(verb ?? '');
	if (!read)
		throw refuse(verb === undefined ? 'Say what to do' : `There is no command ${quote(verb)}`);
	const { reason, content: folder } = values;
	const decide = (usual?: string) => ({ date, reason: reason ?? usual });
	return { folder, dryRun: values['dry-run'], request: await read({ names, folder, decide }) };
}

/** What stands behind a verb. */
interface Words {
	readonly names: readonly string[];
	readonly folder: string;
	/** When and why, with what is usual where a reason need not be given. */
	decide(usual?: string): { readonly date: Day; readonly reason: string | undefined };
}

const verbs = new Map<string, (words: Words) => CorrectionRequest | Promise<CorrectionRequest>>(
	Object.entries({
		merge: ({ names, decide }) => ({
			verb: 'merge',
			paper: paperName(names[0]),
			into: paperName(names[1]),
			...withReason(decide('They are one paper.')),
		}),
		split: ({ names, decide }) => ({
			verb: 'split',
			paper: paperName(names[0]),
			wordings: names.slice(1).map(wordingNumber),
			...withReason(decide('They are two papers.')),
		}),
		remove: ({ names, decide }) => ({
			verb: 'remove',
			paper: paperName(names[0]),
			...withReason(decide()),
		}),
		restore: ({ names, decide }) =>
			isDigestId(names[0] ?? '')
				? { verb: 'put-back', digest: digestName(names[0]) }
				: {
						verb: 'restore',
						paper: paperName(names[0]),
						...withReason(decide('They are two papers.')),
					},
		async accept({ names, folder, decide }) {
			const digest = digestName(names[0]);
			const decision = withReason(decide());
			const { sha256 } = await readDump(await pathOfDump(folder, digest));
			return { verb: 'accept', digest, sha256, ...decision };
		},
		withdraw: ({ names, decide }) => ({
			verb: 'withdraw',
			digest: digestName(names[0]),
			...withReason(decide()),
		}),
	}),
);

async function pathOfDump(folder: string, digest: DigestId): Promise<string> {
	const dumps = join(folder, 'dumps');
	const names = await readdir(dumps);
	return join(dumps, names.find((name) => digestOfDump(name) === digest) ?? `${digest}.txt`);
}

function paperName(name: string | undefined): PaperId {
	if (name !== undefined && isPaperId(name)) return name;
	throw refuse(`${found(name)} is not a paper’s id, which is the last part of its address`);
}

function digestName(name: string | undefined): DigestId {
	if (name !== undefined && isDigestId(name)) return name;
	throw refuse(`${found(name)} is not a digest’s id, such as 2025-03-11-2`);
}

function wordingNumber(text: string): number {
	if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
	throw refuse(`${found(text)} is not the number of a wording`);
}

function found(name: string | undefined): string {
	return name === undefined ? 'Nothing' : quote(name);
}

function withReason({ date, reason }: ReturnType<Words['decide']>): Decision {
	if (reason !== undefined && isVisible(reason)) return { date, reason: reason.trim() };
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

import { writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { VFile } from 'vfile';
import { openResults } from '../src/kept/kept-results.ts';
import { changeContent } from '../src/disk/change-content.ts';
import { contentPaths, readContent, readDump, readLexicon } from '../src/disk/content-folder.ts';
import { readGitStanding } from '../src/disk/git-branches.ts';
import { standingAt } from '../src/disk/missing.ts';
import { clearInbox, readInbox, type InboxFile } from '../src/disk/inbox-folder.ts';
import type { IngestedDigest } from '../src/archive/plan-ingest.ts';
import { ContentError, quote } from '../src/diagnostics.ts';
import type { Content } from '../src/model/content.ts';
import { reread } from '../src/pipeline.ts';
import type { IngestPlan } from '../src/pipeline/plans.ts';
import { planTakeUp, type TakeUp } from '../src/pipeline/take-up.ts';
import { formatCount } from '../src/language/format.ts';
import { readArguments, UsageError } from './arguments.ts';
import { commitMessage, countNames, reportIngest } from './ingest-report.ts';
import { noteLeftOut, noteLostToGit, repairContent, type ContentRepair } from './repair-content.ts';
import { reportMarkdown } from './report-markdown.ts';
import { formatMessages, runHere, type Terminal } from './run.ts';

const usage = `npm run ingest -- [FILE…] [--year YYYY] [--content DIR] [--inbox DIR] [--report FILE.json|FILE.md] [--dry-run] [--json]
       npm run ingest -- --repair [FILE…] [--published SITE]   brings two branches together that both ingested`;

const root = resolve(import.meta.dirname, '..');

/** What a run came to. */
interface Outcome {
	readonly plan: TakeUp<InboxFile>;
	readonly repaired: ContentRepair | undefined;
	/** What a person should know of two branches. */
	readonly notes: readonly VFile[];
	/** All that the archive's folder is to hold. */
	readonly content: Content;
}

/**
 * `npm run ingest`: take up dumps, give their papers addresses. Files that are named are taken up all or
 * none; those of the inbox each for itself. First bring two branches together, if need be.
 */
export async function ingest(terminal: Terminal): Promise<number> {
	const options = readOptions(terminal.parameters);
	await refuseOuterFolder(options.content);
	const isInbox = options.files.length === 0;
	const offers = isInbox ? await readInbox(options.inbox) : await readFiles(options.files);
	const dated = offers.map((offer) => ({ ...offer, year: options.year ?? offer.year }));
	try {
		const outcome = await takeUp(dated, options, isInbox);
		if (options.report !== undefined) await writeReport(options.report, outcome);
		return tell(outcome, options, terminal);
	} catch (error) {
		if (!options.json || !(error instanceof ContentError)) throw error;
		terminal.print(formatRefusal(error.files));
		return 1;
	}
}

/** Who names the folder around an archive's would found another there. */
async function refuseOuterFolder(content: string): Promise<void> {
	const inner = join(content, 'content');
	if (await standingAt(join(content, contentPaths.ledger))) return;
	if (await standingAt(join(inner, contentPaths.ledger)))
		throw new UsageError(
			`Unexpected folder ${content}, expected the one with the archive in it: --content ${inner}`,
		);
}

/** Say what came of it. Files that were named and refused mean 1; those of the inbox hold up nothing. */
function tell(outcome: Outcome, options: Options, { print, warn }: Terminal): number {
	const refused = outcome.plan.refused.map(({ file }) => file);
	if (outcome.notes.length > 0) warn(formatMessages(outcome.notes));
	if (refused.length > 0 && options.json) print(formatRefusal(refused));
	if (refused.length > 0 && !options.json) warn(formatMessages(refused));
	if (refused.length > 0 && options.files.length > 0) return 1;
	print(options.json ? formatJson(outcome.plan) : formatText(outcome, options));
	return 0;
}

type Options = ReturnType<typeof readOptions>;

function readOptions(parameters: readonly string[]) {
	const { values, positionals } = readArguments(parameters, usage, {
		year: { type: 'string' },
		content: { type: 'string', default: 'content' },
		inbox: { type: 'string' },
		report: { type: 'string' },
		'dry-run': { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
		repair: { type: 'boolean', default: false },
		published: { type: 'string' },
	});
	if (values.year !== undefined && !/^\d{4}$/.test(values.year)) {
		throw new UsageError(
			`Unexpected year ${quote(values.year)}, expected four digits\nUsage: ${usage}`,
		);
	}
	return {
		files: positionals,
		year: values.year === undefined ? undefined : Number(values.year),
		content: values.content,
		inbox: values.inbox ?? join(values.content, 'inbox'),
		report: values.report,
		dryRun: values['dry-run'],
		json: values.json,
		isAsked: values.repair,
		published: values.published,
	};
}

async function readFiles(paths: readonly string[]): Promise<InboxFile[]> {
	return Promise.all(
		paths.map(async (path) => ({
			...(await readDump(path)),
			path,
			fileName: basename(path),
			year: undefined,
		})),
	);
}

/** Plan, and write unless it is a trial. */
async function takeUp(
	offers: readonly InboxFile[],
	options: Options,
	isInbox: boolean,
): Promise<Outcome> {
	const lexicon = await readLexicon();
	const kept = openResults(root, resolve(options.content));
	const plan = async (content: Content): Promise<Outcome> => {
		const submissions = isInbox ? [] : offers;
		const { repaired, notes } = await holdAgainstGit(content, options, submissions);
		const whole = repaired ? reread(repaired.content) : content;
		const planned = planTakeUp(whole, offers, lexicon, kept.keep);
		kept.save();
		if (!isInbox && planned.refused.length > 0)
			return { plan: { ...planned, ...nothing }, repaired: undefined, notes: [], content };
		return { plan: planned, repaired, notes, content: planned.content };
	};
	if (options.dryRun) return plan(await readContent(options.content));
	const outcome = await changeContent(options.content, plan, ({ content }) => content);
	// Whoever is killed before this finds them to be repeats the next time.
	if (isInbox) await clearInbox(outcome.plan.taken);
	return outcome;
}

/** What is to be repaired of some content, and what a person should know. What Git has, which is large, is let go. */
async function holdAgainstGit(
	content: Content,
	options: Options,
	submissions: readonly InboxFile[],
): Promise<Pick<Outcome, 'repaired' | 'notes'>> {
	const standing = await readGitStanding(options.content);
	const asked = { ...options, submissions, standing };
	const repaired = await repairContent(options.content, content, asked);
	const notes = repaired?.notes ?? [
		...noteLostToGit(standing, content.register),
		...noteLeftOut(standing, content.register),
	];
	return { repaired, notes };
}

const nothing = { additions: [], repeats: [], taken: [], names: '', register: '' };

async function writeReport(path: string, { plan, repaired }: Outcome): Promise<void> {
	const report = reportIngest(plan, repaired?.of);
	await writeFile(
		path,
		path.endsWith('.md') ? reportMarkdown(report) : `${JSON.stringify(report, null, '\t')}\n`,
	);
}

/** One object a dump, each on a line of its own; so for one file, one object. */
function formatJson({ additions, repeats }: IngestPlan): string {
	return [...additions, ...repeats]
		.map(({ digest, file, recorded }) =>
			JSON.stringify({
				date: digest.day,
				digest: digest.id,
				papers: recorded.map(({ id, entry, status }) => ({
					id,
					title: entry.title.text,
					abstract: entry.abstract.text,
					status,
				})),
				warnings: messagesOf([file], false),
			}),
		)
		.join('\n');
}

function formatRefusal(files: readonly VFile[]): string {
	return JSON.stringify({ errors: messagesOf(files, true), warnings: messagesOf(files, false) });
}

function messagesOf(files: readonly VFile[], fatal: boolean) {
	return files.flatMap((file) =>
		file.messages
			.filter((message) => message.fatal === fatal)
			.map(({ line, column, ruleId, reason, note }) => ({
				...(fatal && { file: file.path, note }),
				line: line ?? null,
				column: column ?? null,
				name: ruleId,
				reason,
			})),
	);
}

const repairNotes: Readonly<Record<ContentRepair['of'], string>> = {
	merge: 'Both sides of the merge are in the archive, every address with them.',
	loss: 'What was lost is in the archive again, every address with it.',
};

function formatText(
	{ plan, repaired }: Outcome,
	{ dryRun, content, inbox }: Pick<Options, 'dryRun' | 'content' | 'inbox'>,
): string {
	const { additions, repeats, names, refused } = plan;
	const warned = additions.map(({ file }) => file).filter(({ messages }) => messages.length > 0);
	const parts = [
		...(warned.length > 0 ? [formatMessages(warned), ''] : []),
		...(repaired ? [repairNotes[repaired.of]] : []),
		...additions.flatMap((digest) => describe(digest, additions.length === 1)),
		...repeats.map(
			({ file, digest }) => `${file.path} is ${digest.id} already; nothing changes.`,
		),
		...(refused.length > 0
			? [`${formatCount(refused.length, 'file')} refused, and left in ${inbox}`]
			: []),
		...namesNote(names),
		'',
		nextStep(commitMessage(plan, repaired?.of), dryRun, content),
	];
	return parts.join('\n');
}

function describe({ digest, recorded }: IngestedDigest, alone: boolean): string[] {
	const count = (status: string) => recorded.filter((entry) => entry.status === status).length;
	const sums = (['new', 'known', 'revised', 'retitled'] as const)
		.filter((status) => status === 'new' || status === 'known' || count(status) > 0)
		.map((status) => `${count(status)} ${status}`);
	const told = recorded.filter(({ status }) => status !== 'known' && (alone || status !== 'new'));
	return [
		`${digest.id}  ${formatCount(recorded.length, 'paper')}: ${sums.join(', ')}`,
		...told.map(
			({ id, status, entry }) => `  ${id}  ${status.padEnd(8)}  ${quote(entry.title.text)}`,
		),
	];
}

/** How many systems, topics and questions were given their addresses. */
function namesNote(names: string): string[] {
	const count = countNames(names);
	return count === 0
		? []
		: [
				`${formatCount(count, 'new address', 'new addresses')} of systems, topics and questions`,
			];
}

function nextStep(message: string, dryRun: boolean, content: string): string {
	const [subject = ''] = message.split('\n');
	if (subject === '') return 'Nothing to do: the archive is as it was.';
	if (dryRun) return 'Nothing was written. Run it again without `--dry-run` to keep this.';
	return [
		'Next: `npm run build` makes the site; then commit what was written:',
		`  git add ${content} && git commit -m "${subject}"`,
	].join('\n');
}

if (import.meta.main) await runHere(ingest);

import { basename } from 'node:path';
import type { VFile } from 'vfile';
import { changeContent } from '../src/disk/change-content.ts';
import { readContent, readDump, readLexicon } from '../src/disk/content-folder.ts';
import type { IngestedDigest } from '../src/archive/plan-ingest.ts';
import { ContentError, quote } from '../src/diagnostics.ts';
import type { Content } from '../src/model/content.ts';
import { planIngest, reread, type IngestPlan, type RepairPlan } from '../src/pipeline.ts';
import { formatCount } from '../src/language/format.ts';
import { readArguments, UsageError } from './arguments.ts';
import { repairContent } from './repair-content.ts';
import { formatMessages, runHere, type Terminal } from './run.ts';

const usage = `npm run ingest -- [FILE…] [--year YYYY] [--content DIR] [--dry-run] [--json]
       npm run ingest -- --repair [FILE…] [--published SITE]   brings two branches together that both ingested`;

/** What a run came to. */
interface Outcome {
	readonly plan: IngestPlan;
	readonly repaired: RepairPlan | undefined;
}

/** `npm run ingest`: take up dumps, give their papers addresses; first bring two branches together, if need be. */
export async function ingest({ parameters, print, warn }: Terminal): Promise<number> {
	const options = readOptions(parameters);
	try {
		const submissions = await Promise.all(
			options.files.map(async (path) => ({
				...(await readDump(path)),
				year: options.year,
				fileName: basename(path),
			})),
		);
		const lexicon = await readLexicon();
		const plan = async (content: Content): Promise<Outcome> => {
			const repaired = await repairContent(options.content, content, {
				...options,
				submissions,
			});
			const whole = repaired ? reread(repaired.content) : content;
			return { plan: planIngest(whole, submissions, lexicon), repaired };
		};
		const outcome = options.dryRun
			? await plan(await readContent(options.content))
			: await changeContent(options.content, plan, (planned) => planned.plan.content);
		const notes = outcome.repaired?.notes ?? [];
		if (notes.length > 0) warn(formatMessages(notes));
		print(options.json ? formatJson(outcome.plan) : formatText(outcome, options));
		return 0;
	} catch (error) {
		if (!options.json || !(error instanceof ContentError)) throw error;
		print(formatRefusal(error.files));
		return 1;
	}
}

function readOptions(parameters: readonly string[]) {
	const { values, positionals } = readArguments(parameters, usage, {
		year: { type: 'string' },
		content: { type: 'string', default: 'content' },
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
		dryRun: values['dry-run'],
		json: values.json,
		isAsked: values.repair,
		published: values.published,
	};
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

function formatText(
	{ plan, repaired }: Outcome,
	{ dryRun, content }: { readonly dryRun: boolean; readonly content: string },
): string {
	const { additions, repeats, names } = plan;
	const warned = additions.map(({ file }) => file).filter(({ messages }) => messages.length > 0);
	const parts = [
		...(warned.length > 0 ? [formatMessages(warned), ''] : []),
		...(repaired
			? ['Both sides of the merge are in the archive, every address with them.']
			: []),
		...additions.flatMap((digest) => describe(digest, additions.length === 1)),
		...repeats.map(
			({ file, digest }) => `${file.path} is ${digest.id} already; nothing changes.`,
		),
		...namesNote(names),
		'',
		nextStep(plan, repaired !== undefined, dryRun, content),
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
		`${digest.id}  ${recorded.length} papers: ${sums.join(', ')}`,
		...told.map(
			({ id, status, entry }) => `  ${id}  ${status.padEnd(8)}  ${quote(entry.title.text)}`,
		),
	];
}

/** How many systems and topics were given their addresses. */
function namesNote(names: string): string[] {
	const lines = names.split('\n').filter((line) => line !== '');
	const count = lines.filter((line) => !('pages' in (JSON.parse(line) as object))).length;
	return count === 0
		? []
		: [`${formatCount(count, 'system or topic', 'systems and topics')} new to the archive`];
}

function nextStep(
	{ additions, register }: IngestPlan,
	isRepaired: boolean,
	dryRun: boolean,
	content: string,
): string {
	if (additions.length === 0 && register === '' && !isRepaired)
		return 'Nothing to do: the archive is as it was.';
	if (dryRun) return 'Nothing was written. Run it again without `--dry-run` to keep this.';
	const subject = isRepaired ? 'Bring two branches together' : commitSubject(additions);
	return [
		`Next: \`npm run build\` makes the site; then commit the ${isRepaired ? 'merge' : 'digest'}:`,
		`  git add ${content} && git commit -m "${subject}"`,
	].join('\n');
}

/** “Ingest 2025-04-28: 62 new papers, 18 known”. */
function commitSubject(additions: readonly IngestedDigest[]): string {
	const entries = additions.flatMap(({ recorded }) => recorded);
	const fresh = entries.filter(({ status }) => status === 'new').length;
	if (additions.length === 0) return 'Give addresses to what has none';
	const days = additions.length === 1 ? additions[0]!.digest.id : `${additions.length} digests`;
	return `Ingest ${days}: ${formatCount(fresh, 'new paper')}, ${entries.length - fresh} known`;
}

if (import.meta.main) await runHere(ingest);

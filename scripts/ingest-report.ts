import type { VFile } from 'vfile';
import type { IngestedDigest } from '../src/archive/plan-ingest.ts';
import type { RecordedEntry } from '../src/archive/record-digests.ts';
import { quote } from '../src/diagnostics.ts';
import { formatCount } from '../src/language/format.ts';
import type { Submission } from '../src/pipeline.ts';
import type { TakeUp } from '../src/pipeline/take-up.ts';
import type { ContentRepair } from './repair-content.ts';

/** A message about a dump. */
export interface ReportedMessage {
	readonly line: number | null;
	readonly column: number | null;
	readonly name: string;
	readonly reason: string;
	/** How to mend it. */
	readonly note: string;
}

/** A paper of a dump that was taken up. */
export interface ReportedPaper {
	readonly id: string;
	readonly title: string;
}

/** A dump that was taken up. */
export interface TakenDump {
	readonly file: string;
	readonly sha256: string;
	readonly digest: string;
	readonly papers: number;
	readonly new: readonly ReportedPaper[];
	readonly known: number;
	readonly revised: readonly ReportedPaper[];
	readonly nearMisses: readonly ReportedMessage[];
	readonly warnings: readonly ReportedMessage[];
}

/** A dump that was not. */
export interface RefusedDump {
	readonly file: string;
	readonly sha256: string;
	readonly errors: readonly ReportedMessage[];
}

/** What an ingest did, for programs. */
export interface IngestReport {
	/** The message of a commit, its subject first; empty when nothing is to be committed. */
	readonly commit: string;
	readonly taken: readonly TakenDump[];
	/** Dumps whose very bytes are in the archive already. */
	readonly repeats: readonly { readonly file: string; readonly digest: string }[];
	readonly refused: readonly RefusedDump[];
	/** Systems, topics and questions that were given addresses. */
	readonly names: number;
	/** Whether two branches that both ingested were brought together. */
	readonly repaired: boolean;
}

/** What an ingest did, as data. Whatever comes from a dump is on one line, with control characters escaped. */
export function reportIngest(plan: TakeUp<Submission>, repair?: ContentRepair['of']): IngestReport {
	return {
		commit: commitMessage(plan, repair),
		taken: plan.additions.map(takenDump),
		repeats: plan.repeats.map(({ file, digest }) => ({ file: file.path, digest: digest.id })),
		refused: plan.refused.map(({ file, sha256 }) => ({
			file: file.path,
			sha256,
			errors: messagesOf(file, true),
		})),
		names: countNames(plan.names),
		repaired: repair === 'merge',
	};
}

/** How many systems, topics and questions the lines of a plan name. */
export function countNames(names: string): number {
	const lines = names.split('\n').slice(0, -1);
	return lines.filter((line) => !('pages' in (JSON.parse(line) as object))).length;
}

function takenDump({ file, sha256, digest, recorded }: IngestedDigest): TakenDump {
	const warnings = messagesOf(file, false);
	return {
		file: file.path,
		sha256,
		digest: digest.id,
		papers: recorded.length,
		new: recorded.filter(({ status }) => status === 'new').map(reportedPaper),
		known: recorded.filter(({ status }) => status === 'known').length,
		revised: recorded.filter(isRevised).map(reportedPaper),
		nearMisses: warnings.filter(isLikeness),
		warnings: warnings.filter((warning) => !isLikeness(warning)),
	};
}

function isLikeness({ name }: ReportedMessage): boolean {
	return name === 'near-miss' || name === 'same-title';
}

function isRevised({ status }: RecordedEntry): boolean {
	return status === 'revised' || status === 'retitled';
}

function reportedPaper({ id, entry }: RecordedEntry): ReportedPaper {
	return { id, title: quote(entry.title.text) };
}

function messagesOf({ messages }: VFile, fatal: boolean): ReportedMessage[] {
	return messages
		.filter((message) => message.fatal === fatal)
		.map(({ line, column, ruleId, reason, note }) => ({
			line: line ?? null,
			column: column ?? null,
			name: ruleId ?? '',
			reason,
			note: note ?? '',
		}));
}

/** “Ingest 2025-04-28: 62 new papers, 18 known, 3 revised”; for several digests a line each below. */
export function commitMessage(plan: TakeUp<Submission>, repair?: ContentRepair['of']): string {
	const subjects = { merge: 'Bring two branches together', loss: 'Mend the archive' };
	const messages = [repair ? subjects[repair] : '', ingestMessage(plan)];
	return messages.filter((message) => message !== '').join('\n\n');
}

function ingestMessage({ additions, repeats, register }: TakeUp<Submission>): string {
	const entries = additions.flatMap(({ recorded }) => recorded);
	if (additions.length === 1) return `Ingest ${additions[0]!.digest.id}: ${sums(entries)}`;
	if (additions.length > 1) {
		const lines = additions.map(({ digest, recorded }) => `${digest.id}: ${sums(recorded)}`);
		const digests = formatCount(additions.length, 'digest');
		return [`Ingest ${digests}: ${sums(entries)}`, '', ...lines].join('\n');
	}
	if (register !== '') return 'Give addresses to what has none';
	if (repeats.length === 0) return '';
	return `Take ${formatCount(repeats.length, 'dump')} that the archive has out of the inbox`;
}

function sums(entries: readonly RecordedEntry[]): string {
	const fresh = entries.filter(({ status }) => status === 'new').length;
	const revised = entries.filter(isRevised).length;
	return [
		formatCount(fresh, 'new paper'),
		`${entries.length - fresh - revised} known`,
		...(revised > 0 ? [`${revised} revised`] : []),
	].join(', ');
}

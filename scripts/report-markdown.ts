import { formatCount } from '../src/language/format.ts';
import type {
	IngestReport,
	RefusedDump,
	ReportedMessage,
	ReportedPaper,
	TakenDump,
} from './ingest-report.ts';

/** A report of an ingest, as a page of GitHub's Markdown. What comes from dumps and file names is only ever in code. */
export function reportMarkdown(report: IngestReport): string {
	const parts = [
		...(report.repaired
			? [
					'### Two branches were brought together\n\nThe archive has what either of them gave an address.',
				]
			: []),
		...report.taken.flatMap(takenPart),
		...report.repeats.map(({ file, digest }) => `${code(file)} is ${digest} already.`),
		...report.refused.flatMap(({ file, ...refused }) => [
			`### Refused: ${code(file)}`,
			refusalMarkdown({ file, ...refused }),
		]),
		...(report.names > 0
			? [
					`${formatCount(report.names, 'new address', 'new addresses')} of systems, topics and questions.`,
				]
			: []),
	];
	return `${(parts.length > 0 ? parts : ['No dump was waiting.']).join('\n\n')}\n`;
}

// More papers than this are for the site to list.
const shownPapers = 25;

function takenPart({ file, digest, ...dump }: TakenDump): string[] {
	const { papers, known, revised, nearMisses, warnings } = dump;
	return [
		`### ${digest}: ${formatCount(papers, 'paper')}`,
		`${dump.new.length} new, ${known} known, ${revised.length} revised, from ${code(file)}`,
		...listPart('New', dump.new),
		...listPart('Revised', revised),
		...messagePart('Near misses', nearMisses),
		...messagePart('Warnings', warnings),
	];
}

function listPart(name: string, papers: readonly ReportedPaper[]): string[] {
	if (papers.length === 0) return [];
	const lines = papers.slice(0, shownPapers).map(({ id, title }) => `${id}  ${title}`);
	const rest = papers.length - lines.length;
	return [
		`**${name}**`,
		codeBlock([...lines, ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n')),
	];
}

function messagePart(name: string, messages: readonly ReportedMessage[]): string[] {
	if (messages.length === 0) return [];
	return [`**${name}**`, codeBlock(messages.map(messageLine).join('\n'))];
}

/** Why a dump was refused: line, reason, how to mend it. */
export function refusalMarkdown({ errors }: RefusedDump): string {
	const notes = [...new Set(errors.map(({ note }) => note))].filter((note) => note !== '');
	return [codeBlock(errors.map(messageLine).join('\n')), ...notes].join('\n\n');
}

function messageLine({ line, column, name, reason }: ReportedMessage): string {
	const place = line === null ? '' : `${line}:${column ?? 1}  `;
	return `${place}${reason}  (${name})`;
}

/** Text as code on a line of its own, whatever it holds: no mention, link or markup in it is one. */
export function codeBlock(text: string): string {
	const fence = '`'.repeat(Math.max(3, longestTicks(text) + 1));
	return `${fence}text\n${text}\n${fence}`;
}

/** Text as code within a line. */
export function code(text: string): string {
	const ticks = '`'.repeat(longestTicks(text) + 1);
	// A space at either end keeps the text's own backticks from the ends.
	return /^`|`$/.test(text) ? `${ticks} ${text} ${ticks}` : `${ticks}${text}${ticks}`;
}

function longestTicks(text: string): number {
	return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

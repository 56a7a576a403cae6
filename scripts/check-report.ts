import { quote } from '../src/diagnostics.ts';
import type { SiteReport } from '../src/check/check-site.ts';
import type { Finding } from '../src/check/findings.ts';
import { formatCount } from '../src/language/format.ts';

/** A site that breaks a promise. Its message lists what was found. */
export class SiteError extends Error {
	override readonly name = 'SiteError';

	constructor(report: SiteReport) {
		super(formatReport(report));
	}
}

// More than this of one kind says the same again.
const shown = 10;

/** The findings of a check, by rule, and what was looked at. */
export function formatReport({ findings, pages, links }: SiteReport): string {
	const groups = Map.groupBy(findings, ({ rule }) => rule);
	const lines = [...groups].flatMap(([rule, found]) => [
		`${found[0]!.severity} ${rule}: ${found.length}`,
		...found.slice(0, shown).map(formatFinding),
		...(found.length > shown ? [`  … and ${found.length - shown} more`] : []),
	]);
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const looked = `${formatCount(pages, 'page')} and ${formatCount(links, 'link')} checked`;
	return [
		...lines,
		`${looked}: ${errors === 0 ? 'all in order' : formatCount(errors, 'error')}`,
	].join('\n');
}

function formatFinding({ file, message }: Finding): string {
	return `  ${quote(file)}  ${message}`;
}

/** Whether anything found keeps the site from being published. */
export function isRefused({ findings }: Pick<SiteReport, 'findings'>): boolean {
	return findings.some(({ severity }) => severity === 'error');
}

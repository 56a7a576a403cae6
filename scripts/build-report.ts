import type { SiteReport } from '../src/check/check-site.ts';
import type { Count } from '../src/kept/kept-results.ts';
import { formatCount, formatNumber } from '../src/language/format.ts';
import type { ArchiveView, RestorationReport } from '../src/model/view.ts';
import { formatMessages } from './run.ts';
import { formatWeight } from './weight-report.ts';

/** What a build does, in its order. */
export const stageNames = ['compile', 'read', 'pages', 'index', 'check', 'swap'] as const;

/** A site that was made, and what that took. */
export interface Made {
	readonly report: SiteReport;
	readonly pages: Count;
	readonly texts: Count;
}

/** What to tell the person who asked for a site: how large it is, what that took, by stage in seconds. */
export function formatBuild(
	{ papers, digests, restoration, notes }: ArchiveView,
	stages: ReadonlyMap<string, number>,
	{ report: { pages, files, bytes, kinds, links, findings }, ...made }: Made,
): string {
	const seconds = stageNames.map((name) => `${name} ${(stages.get(name) ?? 0).toFixed(1)} s`);
	return [
		`${formatCount(papers.size, 'paper')}, ${formatCount(digests.size, 'digest')}: ` +
			`${formatCount(pages, 'page')}, ${formatCount(files, 'file')}, ${(bytes / 1e6).toFixed(1)} MB, ` +
			`${formatCount(links, 'link')} checked`,
		`made anew: ${formatMade(made.pages, 'page')}, ${formatMade(made.texts, 'text')}`,
		...formatWeight(bytes, kinds, papers.size),
		...findings.map(({ severity, message }) => `${severity}: ${message}`),
		...formatRestoration(restoration),
		...(notes.length > 0 ? [formatMessages(notes)] : []),
		`${seconds.join(', ')} (pages are compiled and the index is begun beside the reading)`,
	].join('\n');
}

/** `12 of 345 pages` */
export function formatMade({ all, made }: Count, noun: string): string {
	return `${formatNumber(made)} of ${formatCount(all, noun)}`;
}

/** How many stretches of text each rule restored, most first; and what could not be set. */
function formatRestoration({ counts, files }: RestorationReport): string[] {
	const rules = Object.entries(counts)
		.toSorted(([, a], [, b]) => b - a)
		.map(([rule, count]) => `${rule} ${formatNumber(count)}`);
	return [
		...(rules.length > 0 ? [`restored: ${rules.join(', ')}`] : []),
		...(files.length > 0 ? [formatMessages(files)] : []),
	];
}

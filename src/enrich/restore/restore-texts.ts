import type { Archive } from '../../model/archive.ts';
import type { Revision } from '../../model/paper.ts';
import type { RestorationRuleName } from '../../model/restoration.ts';
import type { RestorationReport } from '../../model/view.ts';
import { blankControls } from '../../text/controls.ts';
import type { RestoredText, Restorer, TextSource } from './restore-text.ts';

/** A wording as its authors wrote it. */
export interface RestoredRevision {
	readonly title: RestoredText;
	readonly abstract: RestoredText;
}

/** Every wording of the archive, restored once. */
export interface RestoredTexts {
	of(revision: Revision): RestoredRevision;
	readonly report: RestorationReport;
}

/** Restore the titles and abstracts of all revisions, and count what that took. */
export function restoreTexts(
	{ papers, text: decisions }: Archive,
	restore: Restorer,
	paths: ReadonlyMap<string, string>,
): RestoredTexts {
	const decided = Map.groupBy(decisions, ({ paper, field }) => `${paper} ${field}`);
	const restored = new Map<Revision, RestoredRevision>();
	for (const { id, revisions } of papers) {
		for (const revision of revisions) {
			const { digest, ...places } = revision.place;
			const restoreField = (field: 'title' | 'abstract', source?: TextSource) =>
				restore(blankControls(revision[field]), {
					path: paths.get(digest) ?? digest,
					place: places[field],
					decisions: decided.get(`${id} ${field}`) ?? [],
					...source,
				});
			const title = restoreField('title');
			const abstract = restoreField('abstract', { title: title.plain });
			restored.set(revision, { title, abstract });
		}
	}
	const texts = [...restored.values()].flatMap(({ title, abstract }) => [title, abstract]);
	return { of: (revision) => restored.get(revision)!, report: reportOf(texts) };
}

function reportOf(texts: readonly RestoredText[]): RestorationReport {
	const counts: Partial<Record<RestorationRuleName, number>> = {};
	for (const { spans } of texts)
		for (const { rule } of spans) counts[rule] = (counts[rule] ?? 0) + 1;
	const files = texts.flatMap(({ file }) => file ?? []);
	return { counts, files };
}

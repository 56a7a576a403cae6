import type { Archive } from '../../model/archive.ts';
import type { TextDecision } from '../../model/corrections.ts';
import type { PaperId } from '../../model/id.ts';
import type { RestorationRuleName } from '../../model/restoration.ts';
import type { RestorationReport } from '../../model/view.ts';
import type { RestoredText, Restorer } from './restore-text.ts';

type Field = TextDecision['field'];

/** Every text of the archive, restored once. */
export interface RestoredTexts {
	/** The text that a digest printed as a paper's title or abstract. */
	read(paper: PaperId, field: Field, text: string): RestoredText;
	readonly report: RestorationReport;
}

/** Restore the titles and abstracts of all revisions, and count what that took. */
export function restoreTexts(
	{ papers, text: decisions }: Archive,
	restore: Restorer,
	paths: ReadonlyMap<string, string>,
): RestoredTexts {
	const decided = Map.groupBy(decisions, ({ paper, field }) => `${paper} ${field}`);
	const restored = new Map<string, RestoredText>();
	for (const { id, revisions } of papers) {
		for (const revision of revisions) {
			for (const field of ['title', 'abstract'] as const) {
				const { digest } = revision.place;
				const source = {
					path: paths.get(digest) ?? digest,
					place: revision.place[field],
					decisions: decided.get(`${id} ${field}`) ?? [],
				};
				restored.set(key(id, field, revision[field]), restore(revision[field], source));
			}
		}
	}
	return {
		read: (paper, field, text) =>
			restored.get(key(paper, field, text)) ??
			// White space alone makes no revision, but another text.
			restore(text, { decisions: decided.get(`${paper} ${field}`) ?? [] }),
		report: reportOf([...restored.values()]),
	};
}

function key(paper: PaperId, field: Field, text: string): string {
	return `${paper} ${field} ${text}`;
}

function reportOf(texts: readonly RestoredText[]): RestorationReport {
	const counts: Partial<Record<RestorationRuleName, number>> = {};
	for (const { rule } of texts.flatMap(({ spans }) => spans))
		counts[rule] = (counts[rule] ?? 0) + 1;
	const files = texts.flatMap(({ file }) => (file.messages.length > 0 ? file : []));
	return { counts, files };
}

import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { digestIdParts } from '../../model/id.ts';
import type { Keep } from '../../model/keep.ts';
import type { PaperFacts } from '../../model/paper-facts.ts';
import { currentRevision, type Paper, type Revision } from '../../model/paper.ts';
import type { PaperTexts, PaperView } from '../../model/paper-view.ts';
import { blankControls, showControls } from '../../text/controls.ts';
import type { ViewedNames } from '../names/view-names.ts';
import type { RestoredTexts } from '../restore/restore-texts.ts';
import { paperLinks } from './paper-links.ts';
import { viewReceived } from './received.ts';
import { viewRevisions } from './revisions.ts';
import { viewTitleTex } from './title-tex.ts';
import { viewAbstract } from './view-abstract.ts';

/** A paper before it is compared with the others. */
export type PaperDraft = Omit<PaperView, 'related'>;

/** The texts of a paper as a reader sees them. */
export function viewTexts(
	{ revisions }: Pick<Paper, 'revisions'>,
	texts: RestoredTexts,
): PaperTexts {
	const revision = currentRevision({ revisions });
	const restored = texts.of(revision);
	const received = {
		title: showControls(revision.title),
		abstract: showControls(revision.abstract),
	};
	const { changes } = viewReceived(received, restored).received ?? {};
	return {
		title: restored.title.plain,
		abstract: restored.abstract.plain,
		...(changes && { received: { changes } }),
	};
}

/** What a reader sees of one paper by itself. */
export function viewPaper(
	{ id, citeKey, revisions, appearances, facts }: Paper,
	texts: RestoredTexts,
	{ introduced, systemsOf, topicsOf }: ViewedNames,
	keep: Keep,
): PaperDraft {
	const revision = currentRevision({ revisions });
	const { title, abstract, digests } = revision;
	const restored = texts.of(revision);
	const systems = systemsOf.get(id) ?? [];
	const system = introduced.get(id);
	return {
		id,
		citeKey,
		title: restored.title.plain,
		rawTitle: title,
		...(isMarkedUp(restored.title.tree) && { titleHtml: toHtml([...restored.title.tree]) }),
		...viewTitleTex(blankControls(title), restored.title),
		...viewAbstract(restored.abstract, systems, keep),
		rawAbstract: abstract,
		...viewReceived({ title: showControls(title), abstract: showControls(abstract) }, restored),
		...(system !== undefined && { system }),
		systems,
		topics: topicsOf.get(id) ?? [],
		links: paperLinks(restored.abstract.spans, facts),
		...whenSeen(appearances),
		revised: digestIdParts(digests[0]).day,
		formerRevisions: viewRevisions(revisions.map((one) => wordingOf(one, texts))),
		appearances,
		...viewFacts(facts),
	};
}

function wordingOf(revision: Revision, texts: RestoredTexts) {
	const { title, abstract } = texts.of(revision);
	return { title: title.plain, abstract: abstract.plain, digests: revision.digests };
}

function whenSeen(
	appearances: Paper['appearances'],
): Pick<PaperView, 'seen' | 'firstSeen' | 'lastSeen'> {
	return {
		seen: new Set(appearances.map(({ digest }) => digest)).size,
		firstSeen: digestIdParts(appearances[0].digest).day,
		lastSeen: digestIdParts(appearances[appearances.length - 1]!.digest).day,
	};
}

/** Addresses are among the links; the day of submission is that of a digest. */
function viewFacts(facts: PaperFacts | undefined): Partial<PaperView> {
	if (!facts) return {};
	const { submitted: _, project: __, ...shown } = facts;
	return shown;
}

function isMarkedUp(tree: readonly ElementContent[]): boolean {
	return tree.some(({ type }) => type === 'element');
}

import type { ArchivedDigest } from '../../model/archive.ts';
import type { DigestView, PrintedWording } from '../../model/digest-view.ts';
import type { PaperId } from '../../model/id.ts';
import type { Revision } from '../../model/paper.ts';
import { excerpt } from '../../text/excerpt.ts';
import type { RestoredTexts } from '../restore/restore-texts.ts';
import { viewTitleTex } from './title-tex.ts';
import { excerptLength } from './view-abstract.ts';

/**
 * The `number`th digest as readers see it: its entries in the order of the dump, each by its paper.
 * `current` are the papers' wordings of today.
 */
export function viewDigest(
	digest: ArchivedDigest,
	number: number,
	texts: RestoredTexts,
	current: ReadonlySet<Revision>,
): DigestView {
	const { id, day, sha256, earlier, later, entries } = digest;
	const anchors = new Set<PaperId>();
	return {
		id,
		day,
		number,
		sha256,
		earlier,
		later,
		papers: entries.length,
		fresh: entries.filter(({ status }) => status === 'new').length,
		entries: entries.map((entry) => {
			const { paper, anchor, status, revision } = entry;
			const isFirst = !anchors.has(anchor);
			anchors.add(anchor);
			return {
				paper,
				...(isFirst && { anchor }),
				status,
				...(revision &&
					!current.has(revision) && { printed: viewWording(revision, texts) }),
			};
		}),
	};
}

function viewWording(revision: Revision, texts: RestoredTexts): PrintedWording {
	const { title, abstract } = texts.of(revision);
	return {
		title: title.plain,
		...viewTitleTex(revision.title, title),
		excerpt: excerpt(abstract.plain, excerptLength),
	};
}

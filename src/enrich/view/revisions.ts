import { diffWordsWithSpace } from 'diff';
import { digestIdParts, type DigestId } from '../../model/id.ts';
import type { Revision } from '../../model/paper.ts';
import type { DiffPart, RevisionView } from '../../model/paper-view.ts';

// Time grows with the square of it. Beyond it two wordings have little in common, and stand one after the other.
const mostEdits = 1_500;

/** What a paper's wording says, as it is shown. */
type Wording = Pick<Revision, 'title' | 'abstract' | 'digests'>;

/** The wordings of a paper but the last, each with what the next one changed, word by word. */
export function viewRevisions(revisions: readonly Wording[]): RevisionView[] {
	return revisions.slice(0, -1).map((revision, index) => {
		const next = revisions[index + 1]!;
		return {
			firstSeen: dayOf(revision.digests[0]),
			lastSeen: dayOf(revision.digests[revision.digests.length - 1]!),
			title: diffWords(revision.title, next.title),
			abstract: diffWords(revision.abstract, next.abstract),
		};
	});
}

function dayOf(digest: DigestId) {
	return digestIdParts(digest).day;
}

/** The words of two texts: shared, removed, added. */
export function diffWords(before: string, after: string): DiffPart[] {
	const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
	if (!changes) {
		return [
			{ kind: 'removed', text: before },
			{ kind: 'added', text: after },
		];
	}
	return changes.map(({ added, removed, value }) => ({
		kind: added ? 'added' : removed ? 'removed' : 'same',
		text: value,
	}));
}

import type { EntryView } from '../model/digest-view.ts';
import type { PaperId } from '../model/id.ts';
import type { PaperView } from '../model/paper-view.ts';

// With its style sheet a digest stays within 30 KB compressed; an abstract takes some 0.36 bytes a character.
const pageBytes = 23_800;
const entryBytes = 175;
const bytesPerCharacter = 0.36;

/**
 * The papers whose abstracts a digest's page carries, to be unfolded where they are: in the order of
 * the digest, as many as the page has room for.
 */
export function papersWithAbstracts(
	entries: readonly EntryView[],
	papers: ReadonlyMap<PaperId, PaperView>,
): ReadonlySet<PaperId> {
	let bytes = entries.length * entryBytes;
	const carried = new Set<PaperId>();
	for (const { paper: id, printed } of entries) {
		const paper = papers.get(id);
		// A former wording is on the paper's own page.
		if (!paper || printed) continue;
		bytes += paper.html.length * bytesPerCharacter;
		if (bytes > pageBytes) break;
		carried.add(id);
	}
	return carried;
}

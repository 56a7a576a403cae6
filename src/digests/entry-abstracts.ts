import type { EntryView } from '../model/digest-view.ts';
import type { PaperId } from '../model/id.ts';
import type { PaperView } from '../model/paper-view.ts';

// Compressed, with its style sheet and its frame, a digest stays within 30 KB.
const pageBytes = 20_000;
const entryBytes = 160;
const bytesPerCharacter = 0.33;

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

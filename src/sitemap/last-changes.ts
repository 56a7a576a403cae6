import { address } from '../model/address.ts';
import type { Day } from '../model/id.ts';
import type { ArchiveView, PaperSummary } from '../model/view.ts';

/**
 * The pages that search engines are to list, by address, with the day on which what each shows last
 * changed; `undefined` for prose. Tombstones, redirects, the search and the
 * reading list are not among them.
 */
export function lastChanges(archive: ArchiveView): Map<string, Day | undefined> {
	const latest = archive.digests[archive.digests.length - 1]?.day;
	const changes = new Map<string, Day | undefined>([
		[address.home, latest],
		[address.digests, latest],
		[address.papers, latest],
		[address.systems, latest],
		[address.topics, latest],
		[address.code, latest],
		[address.trends, latest],
		[address.about, undefined],
	]);
	for (const { id, papers } of archive.systems)
		changes.set(address.system(id), lastFirst(papers));
	for (const { id, papers } of archive.topics) changes.set(address.topic(id), lastFirst(papers));
	for (const { id, papers } of archive.letters)
		changes.set(address.letter(id), lastFirst(papers));
	for (const { id, lastSeen } of archive.papers) changes.set(address.paper(id), lastSeen);
	for (const { id, day } of archive.digests) changes.set(address.digest(id), day);
	for (const year of archive.years) {
		for (const { id, digests } of year.months) {
			const last = digests[digests.length - 1]?.day;
			changes.set(address.month(id), last);
			changes.set(address.year(year.id), last ?? changes.get(address.year(year.id)));
		}
	}
	return changes;
}

function lastFirst(papers: readonly PaperSummary[]): Day | undefined {
	return papers
		.map(({ firstSeen }) => firstSeen)
		.toSorted()
		.at(-1);
}

import { address } from './address.ts';
import type { Day } from './id.ts';
import type { ArchiveView } from './view.ts';

/** The day on which what a page shows last changed, by address. Pages of prose are not in it. */
export function lastChanges(archive: ArchiveView): Map<string, Day> {
	const changes = new Map<string, Day>();
	for (const { id, lastSeen } of archive.papers) changes.set(address.paper(id), lastSeen);
	for (const { id, day } of archive.digests) changes.set(address.digest(id), day);
	for (const year of archive.years) {
		for (const { id, digests } of year.months) {
			const last = digests[digests.length - 1]!.day;
			changes.set(address.month(id), last);
			changes.set(address.year(year.id), last);
		}
	}
	const latest = archive.digests[archive.digests.length - 1]?.day;
	if (latest)
		for (const page of [address.home, address.digests, address.papers])
			changes.set(page, latest);
	return changes;
}

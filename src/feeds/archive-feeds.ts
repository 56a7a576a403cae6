import { formatCount, formatDigest, formatNumber } from '../language/format.ts';
import { address } from '../model/address.ts';
import type { DigestView } from '../model/digest-view.ts';
import type { ArchiveView } from '../model/view.ts';
import { site } from '../site.ts';
import { atomFeed } from './atom-feed.ts';
import { digestHtml, feedHtml } from './feed-html.ts';

/** Makes an address of the site whole: `https://example.org/repo/papers/k3v9q2x7mf/`. */
export type Whole = (path: string) => string;

/** The newest digests, newest first, with the abstracts of all their papers, as Atom. */
export function digestFeed(archive: ArchiveView, whole: Whole): string {
	return atomFeed({
		title: `${site.name}: digests`,
		url: whole(address.digestFeed),
		home: whole(address.home),
		page: whole(address.digests),
		entries: newestDigests(archive).map((digest) => {
			const counts = `${formatCount(digest.papers, 'paper')}, ${formatNumber(digest.fresh)} new`;
			const papers = digest.entries.flatMap(({ paper }) => archive.papers.get(paper) ?? []);
			return {
				url: whole(address.digest(digest.id)),
				title: `${formatDigest(digest.id)}: ${counts}`,
				published: digest.day,
				updated: digest.day,
				summary: counts,
				content: digestHtml(
					papers.map(({ id, title, html }) => ({
						title,
						url: whole(address.paper(id)),
						html,
					})),
				),
			};
		}),
	});
}

/** The papers that the newest digests were the first to print, newest first, with whole abstracts, as Atom. */
export function paperFeed(archive: ArchiveView, whole: Whole): string {
	const fresh = newestDigests(archive).flatMap(({ entries }) =>
		entries.filter(({ status }) => status === 'new'),
	);
	return atomFeed({
		title: `${site.name}: new papers`,
		url: whole(address.paperFeed),
		home: whole(address.home),
		page: whole(address.papers),
		entries: fresh.map(({ paper }) => {
			const { id, title, firstSeen, revised, excerpt, html } = archive.papers.get(paper)!;
			const url = whole(address.paper(id));
			return {
				url,
				title,
				published: firstSeen,
				updated: revised,
				summary: excerpt,
				content: feedHtml(html, url),
			};
		}),
	});
}

/** How many entries the feeds of digests and of papers have. */
export function feedSizes(archive: ArchiveView): { digests: number; papers: number } {
	const newest = newestDigests(archive);
	const papers = newest.reduce((total, { fresh }) => total + fresh, 0);
	return { digests: newest.length, papers };
}

function newestDigests({ digests }: ArchiveView): DigestView[] {
	return [...digests.values()].slice(-site.feedDigests).toReversed();
}

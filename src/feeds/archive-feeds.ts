import { closeDirections } from '../language/close-directions.ts';
import { formatDigest } from '../language/format.ts';
import { words } from '../language/words.ts';
import { address } from '../model/address.ts';
import type { DigestView } from '../model/digest-view.ts';
import type { PaperView } from '../model/paper-view.ts';
import type { ArchiveView } from '../model/view.ts';
import { site } from '../site.ts';
import { digestHtml, feedHtml } from './feed-html.ts';
import type { Feed, FeedEntry } from './feed.ts';

/** Makes an address of the site whole: `https://example.org/repo/papers/k3v9q2x7mf/`. */
export type Whole = (path: string) => string;

/** The feeds of the whole archive, of which a hub is told: those of thousands of names change too seldom. */
export const followedFeeds = [
	address.digestFeed,
	address.paperFeed,
	address.digestJsonFeed,
	address.paperJsonFeed,
] as const;

/** The newest digests, newest first, with the abstracts of all their papers. */
export function digestFeed(archive: ArchiveView, whole: Whole): Feed {
	return {
		title: `${site.name}: ${words.feeds.digests}`,
		home: whole(address.home),
		page: whole(address.digests),
		hub: site.hub,
		entries: newestDigests(archive).map((digest) => digestEntry(digest, archive, whole)),
	};
}

function digestEntry(digest: DigestView, { papers }: ArchiveView, whole: Whole): FeedEntry {
	const counts = words.tally(digest.papers, digest.fresh);
	const printed = digest.entries.flatMap(({ paper }) => papers.get(paper) ?? []);
	return {
		url: whole(address.digest(digest.id)),
		title: `${formatDigest(digest.id)}: ${counts}`,
		published: digest.day,
		updated: digest.day,
		summary: counts,
		content: digestHtml(
			printed.map(({ id, title, html }) => ({ title, url: whole(address.paper(id)), html })),
		),
	};
}

/** The papers that the newest digests were the first to print, newest first, with whole abstracts. */
export function paperFeed(archive: ArchiveView, whole: Whole): Feed {
	const fresh = newestDigests(archive).flatMap(({ entries }) =>
		entries.filter(({ status }) => status === 'new'),
	);
	return {
		title: `${site.name}: ${words.feeds.newPapers}`,
		home: whole(address.home),
		page: whole(address.papers),
		hub: site.hub,
		entries: fresh.map(({ paper }) => {
			const view = archive.papers.get(paper)!;
			const entry = paperEntry(view, whole);
			const content = feedHtml(view.html, entry.url);
			return { ...entry, published: view.firstSeen, content };
		}),
	};
}

/** A paper with its excerpt. */
export function paperEntry({ id, title, revised, excerpt }: PaperView, whole: Whole): FeedEntry {
	return {
		url: whole(address.paper(id)),
		title: closeDirections(title),
		updated: revised,
		summary: excerpt,
	};
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

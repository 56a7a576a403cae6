import { address } from '../model/address.ts';
import type { PaperId } from '../model/id.ts';
import type { SystemView, TopicView } from '../model/name-view.ts';
import type { PaperView } from '../model/paper-view.ts';
import type { ArchiveView } from '../model/view.ts';
import { site } from '../site.ts';
import { paperEntry, type Whole } from './archive-feeds.ts';
import type { Feed } from './feed.ts';

// Thousands of names have a feed, so each says little.
const mostEntries = 10;
const fewestOnTopic = 3;
const fewestOfSystem = 2;

/** Whether enough papers are on a topic for somebody to follow it. */
export function isTopicFollowed({ papers }: TopicView): boolean {
	return papers.length >= fewestOnTopic;
}

/** Whether enough papers mention a system for somebody to follow it. */
export function isSystemFollowed({ mentions }: SystemView): boolean {
	return mentions.length >= fewestOfSystem;
}

/** The newest papers on a topic, with excerpts. */
export function topicFeed(
	{ slug, name, papers }: TopicView,
	archive: ArchiveView,
	whole: Whole,
): Feed {
	return nameFeed(name, address.topic(slug), newestPapers(papers, archive), whole);
}

/** The newest papers that mention a system, with excerpts. */
export function systemFeed(
	{ slug, name, mentions }: SystemView,
	archive: ArchiveView,
	whole: Whole,
): Feed {
	const papers = mentions.map(({ paper }) => paper);
	return nameFeed(name, address.system(slug), newestPapers(papers, archive), whole);
}

/** The feed of something that has a page, with excerpts of papers. */
export function nameFeed(
	name: string,
	page: string,
	papers: readonly PaperView[],
	whole: Whole,
): Feed {
	return {
		title: `${site.name}: ${name}`,
		home: whole(address.home),
		page: whole(page),
		entries: papers.map((paper) => paperEntry(paper, whole)),
	};
}

/** How many entries the feed of each name has, by its address. */
export function nameFeedSizes({ topics, systems }: ArchiveView): (readonly [string, number])[] {
	const followedTopics = [...topics.values()].filter(isTopicFollowed);
	const followedSystems = [...systems.values()].filter(isSystemFollowed);
	const sizes: (readonly [string, number])[] = [
		...followedTopics.map(
			({ slug, papers }) => [address.topicFeed(slug), papers.length] as const,
		),
		...followedSystems.map(
			({ slug, mentions }) => [address.systemFeed(slug), mentions.length] as const,
		),
	];
	return sizes.map(([feed, papers]) => [feed, Math.min(papers, mostEntries)]);
}

/** `ids` are in the order of the archive, which decides between papers of one day. */
function newestPapers(ids: readonly PaperId[], { papers }: ArchiveView): PaperView[] {
	return ids
		.map((id) => papers.get(id)!)
		.toReversed()
		.toSorted((a, b) => (a.firstSeen < b.firstSeen ? 1 : a.firstSeen > b.firstSeen ? -1 : 0))
		.slice(0, mostEntries);
}

import { address } from '../model/address.ts';
import type { PaperId } from '../model/id.ts';
import type { SystemView, TopicView } from '../model/name-view.ts';
import type { ArchiveView } from '../model/view.ts';
import { site } from '../site.ts';
import { paperEntry, type Whole } from './archive-feeds.ts';
import type { Feed } from './feed.ts';

// Thousands of names have a feed, so each says little.
const mostEntries = 10;
const fewestOnTopic = 3;
const fewestOfSystem = 4;

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
	return {
		title: `${site.name}: ${name}`,
		home: whole(address.home),
		page: whole(address.topic(slug)),
		entries: newestPapers(papers, archive, whole),
	};
}

/** The newest papers that mention a system, with excerpts. */
export function systemFeed(
	{ slug, name, mentions }: SystemView,
	archive: ArchiveView,
	whole: Whole,
): Feed {
	return {
		title: `${site.name}: ${name}`,
		home: whole(address.home),
		page: whole(address.system(slug)),
		entries: newestPapers(
			mentions.map(({ paper }) => paper),
			archive,
			whole,
		),
	};
}

/** `ids` are in the order of the archive, which decides between papers of one day. */
function newestPapers(ids: readonly PaperId[], { papers }: ArchiveView, whole: Whole) {
	return ids
		.map((id) => papers.get(id)!)
		.toReversed()
		.toSorted((a, b) => (a.firstSeen < b.firstSeen ? 1 : a.firstSeen > b.firstSeen ? -1 : 0))
		.slice(0, mostEntries)
		.map((paper) => paperEntry(paper, whole));
}

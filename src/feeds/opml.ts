import { generateOpml } from 'feedsmith';
import { address } from '../model/address.ts';
import type { NamedThing } from '../model/paper-view.ts';
import type { ArchiveView } from '../model/view.ts';
import { site } from '../site.ts';
import type { Whole } from './archive-feeds.ts';
import { isSystemFollowed, isTopicFollowed } from './name-feeds.ts';
import { words } from '../language/words.ts';

/** Gives an address to what has a name. */
type AddressOf = (slug: string) => string;

/** All feeds of the site as a list that readers of feeds import (OPML 2.0). */
export function feedList({ topics, systems, questions }: ArchiveView, whole: Whole): string {
	const outline = (text: string, feed: string, page: string) => ({
		text,
		type: 'rss',
		xmlUrl: whole(feed),
		htmlUrl: whole(page),
	});
	const group = (
		text: string,
		things: readonly NamedThing[],
		feedOf: AddressOf,
		pageOf: AddressOf,
	) => ({
		text,
		outlines: things.map(({ name, slug }) => outline(name, feedOf(slug), pageOf(slug))),
	});
	const { outline: outlines } = words.feeds;
	const followedTopics = [...topics.values()].filter(isTopicFollowed);
	const followedSystems = [...systems.values()].filter(isSystemFollowed);
	const asked = group(outlines.questions, questions, address.questionFeed, address.question);
	return generateOpml({
		head: { title: `${site.name}: ${words.feeds.all}` },
		body: {
			outlines: [
				outline(outlines.digests, address.digestFeed, address.digests),
				outline(outlines.newPapers, address.paperFeed, address.papers),
				...(questions.length > 0 ? [asked] : []),
				group(outlines.topics, followedTopics, address.topicFeed, address.topic),
				group(outlines.systems, followedSystems, address.systemFeed, address.system),
			],
		},
	});
}

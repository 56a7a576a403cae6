import { generateOpml } from 'feedsmith';
import { address } from '../model/address.ts';
import type { ArchiveView } from '../model/view.ts';
import { site } from '../site.ts';
import type { Whole } from './archive-feeds.ts';
import { isSystemFollowed, isTopicFollowed } from './name-feeds.ts';

/** All feeds of the site as a list that readers of feeds import (OPML 2.0). */
export function feedList({ topics, systems }: ArchiveView, whole: Whole): string {
	const outline = (text: string, feed: string, page: string) => ({
		text,
		type: 'rss',
		xmlUrl: whole(feed),
		htmlUrl: whole(page),
	});
	return generateOpml({
		head: { title: `${site.name}: all feeds` },
		body: {
			outlines: [
				outline('Digests', address.digestFeed, address.digests),
				outline('New papers', address.paperFeed, address.papers),
				{
					text: 'Topics',
					outlines: [...topics.values()]
						.filter(isTopicFollowed)
						.map(({ name, slug }) =>
							outline(name, address.topicFeed(slug), address.topic(slug)),
						),
				},
				{
					text: 'Named systems',
					outlines: [...systems.values()]
						.filter(isSystemFollowed)
						.map(({ name, slug }) =>
							outline(name, address.systemFeed(slug), address.system(slug)),
						),
				},
			],
		},
	});
}

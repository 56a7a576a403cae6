import { words } from '../language/words.ts';
import { address } from '../model/address.ts';
import type { Answered } from '../model/questions.ts';
import type { ArchiveView } from '../model/view.ts';
import type { Whole } from './archive-feeds.ts';
import type { Feed } from './feed.ts';
import { nameFeed } from './name-feeds.ts';

/** As many papers as a feed of a question has, newest first. */
export const mostOfQuestion = 20;

/** The newest papers that a standing question finds, with excerpts, in the order of its page. */
export function questionFeed(
	{ slug, name, papers }: Answered,
	archive: ArchiveView,
	whole: Whole,
): Feed {
	const newest = papers.slice(0, mostOfQuestion).map((id) => archive.papers.get(id)!);
	return nameFeed(name, address.question(slug), newest, whole);
}

/** What stays at the address of a question’s feed when it is asked no more: its page says so. */
export function endedFeed(slug: string, whole: Whole): Feed {
	return nameFeed(words.feeds.ended(slug), address.question(slug), [], whole);
}

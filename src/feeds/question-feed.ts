import { address } from '../model/address.ts';
import type { Answered } from '../model/questions.ts';
import type { ArchiveView } from '../model/view.ts';
import { site } from '../site.ts';
import { paperEntry, type Whole } from './archive-feeds.ts';
import type { Feed } from './feed.ts';

/** As many papers as a feed of a question has, newest first. */
export const mostOfQuestion = 20;

/** The newest papers that a standing question finds, with excerpts, in the order of its page. */
export function questionFeed(
	{ slug, name, papers }: Answered,
	archive: ArchiveView,
	whole: Whole,
): Feed {
	return {
		title: `${site.name}: ${name}`,
		home: whole(address.home),
		page: whole(address.question(slug)),
		entries: papers
			.slice(0, mostOfQuestion)
			.map((id) => paperEntry(archive.papers.get(id)!, whole)),
	};
}

/** What stays at the address of a question’s feed when it is asked no more: its page says so. */
export function endedFeed(slug: string, whole: Whole): Feed {
	return {
		title: `${site.name}: ${slug} (ended)`,
		home: whole(address.home),
		page: whole(address.question(slug)),
		entries: [],
	};
}

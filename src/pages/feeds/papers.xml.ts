import { getEntries, getEntry } from 'astro:content';
import type { APIContext } from 'astro';
import { atomFeed, feedHtml } from '../../feeds/atom-feed.ts';
import { href } from '../../components/href.ts';
import { address } from '../../model/address.ts';
import { site } from '../../site.ts';

/** The papers that the newest digests were the first to print, newest first, with whole abstracts. */
export async function GET({ site: origin }: APIContext): Promise<Response> {
	const whole = (path: string) => new URL(href(path), origin).href;
	const { data: overview } = (await getEntry('overview', 'archive'))!;
	const newest = await getEntries(
		overview.newest.map(({ id }) => ({ collection: 'digests' as const, id })),
	);
	const fresh = newest.flatMap(({ data }) =>
		data.entries.filter((entry) => entry.kind === 'printed' && entry.status === 'new'),
	);
	const papers = await getEntries(
		fresh.map(({ paper }) => ({ collection: 'papers' as const, id: paper })),
	);
	return atomFeed({
		title: `${site.name}: new papers`,
		url: whole(address.paperFeed),
		home: whole(address.home),
		page: whole(address.papers),
		entries: papers.map(({ data, rendered }) => ({
			url: whole(address.paper(data.id)),
			title: data.title,
			published: data.firstSeen,
			updated: data.revised,
			summary: data.excerpt,
			content: feedHtml(rendered?.html ?? '', whole(address.home)),
		})),
	});
}

import { getEntries, getEntry } from 'astro:content';
import type { APIContext } from 'astro';
import { atomFeed, digestContent, feedHtml } from '../../feeds/atom-feed.ts';
import { href } from '../../components/href.ts';
import { address } from '../../model/address.ts';
import { formatCount, formatDigest } from '../../language/format.ts';
import { site } from '../../site.ts';

/** The newest digests, newest first, with the abstracts of all their papers. */
export async function GET({ site: origin }: APIContext): Promise<Response> {
	const whole = (path: string) => new URL(href(path), origin).href;
	const { data: overview } = (await getEntry('overview', 'archive'))!;
	const newest = await getEntries(
		overview.newest.map(({ id }) => ({ collection: 'digests' as const, id })),
	);
	const entries = newest.map(async ({ data: digest }) => {
		const papers = await getEntries(
			digest.entries
				.filter(({ kind }) => kind === 'printed')
				.map(({ paper }) => ({ collection: 'papers' as const, id: paper })),
		);
		const counts = `${formatCount(digest.papers, 'paper')}, ${digest.fresh} new`;
		return {
			url: whole(address.digest(digest.id)),
			title: `${formatDigest(digest.id)}: ${counts}`,
			published: digest.day,
			updated: digest.day,
			summary: counts,
			content: digestContent(
				papers.map(({ data, rendered }) => ({
					title: data.title,
					url: whole(address.paper(data.id)),
					html: feedHtml(rendered?.html ?? '', whole(address.home)),
				})),
			),
		};
	});
	return atomFeed({
		title: `${site.name}: digests`,
		url: whole(address.digestFeed),
		home: whole(address.home),
		page: whole(address.digests),
		entries: await Promise.all(entries),
	});
}

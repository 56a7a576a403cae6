import type { APIContext } from 'astro';
import { wholeAt } from '../../components/href.ts';
import { feedList } from '../../feeds/opml.ts';
import { currentArchive } from '../../loaders/current-archive.ts';

export async function GET({ site }: APIContext): Promise<Response> {
	return new Response(feedList(await currentArchive(), wholeAt(site)), {
		headers: { 'Content-Type': 'text/x-opml; charset=utf-8' },
	});
}

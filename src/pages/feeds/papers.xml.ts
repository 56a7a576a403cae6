import type { APIContext } from 'astro';
import { href } from '../../components/href.ts';
import { paperFeed } from '../../feeds/archive-feeds.ts';
import { currentArchive } from '../../loaders/current-archive.ts';

export async function GET({ site }: APIContext): Promise<Response> {
	const whole = (path: string) => new URL(href(path), site).href;
	return new Response(paperFeed(await currentArchive(), whole), {
		headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
	});
}

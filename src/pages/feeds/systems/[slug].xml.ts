import type { APIContext } from 'astro';
import { wholeAt } from '../../../components/href.ts';
import { answerWith } from '../../../feeds/answer.ts';
import { isSystemFollowed, systemFeed } from '../../../feeds/name-feeds.ts';
import { currentArchive } from '../../../loaders/current-archive.ts';
import { address } from '../../../model/address.ts';

export async function getStaticPaths() {
	const { systems } = await currentArchive();
	const followed = [...systems.values()].filter(isSystemFollowed);
	return followed.map(({ slug }) => ({ params: { slug } }));
}

export async function GET({ params, site }: APIContext): Promise<Response> {
	const archive = await currentArchive();
	const whole = wholeAt(site);
	const system = archive.systems.get(params['slug']!)!;
	return answerWith(systemFeed(system, archive, whole), whole(address.systemFeed(system.slug)));
}

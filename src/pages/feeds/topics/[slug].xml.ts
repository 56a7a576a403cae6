import type { APIContext } from 'astro';
import { wholeAt } from '../../../components/href.ts';
import { answerWith } from '../../../feeds/answer.ts';
import { isTopicFollowed, topicFeed } from '../../../feeds/name-feeds.ts';
import { currentArchive } from '../../../loaders/current-archive.ts';
import { address } from '../../../model/address.ts';

export async function getStaticPaths() {
	const { topics } = await currentArchive();
	const followed = [...topics.values()].filter(isTopicFollowed);
	return followed.map(({ slug }) => ({ params: { slug } }));
}

export async function GET({ params, site }: APIContext): Promise<Response> {
	const archive = await currentArchive();
	const whole = wholeAt(site);
	const topic = archive.topics.get(params['slug']!)!;
	return answerWith(topicFeed(topic, archive, whole), whole(address.topicFeed(topic.slug)));
}

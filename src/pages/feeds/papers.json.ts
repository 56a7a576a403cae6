import type { APIContext } from 'astro';
import { wholeAt } from '../../components/href.ts';
import { answerWith } from '../../feeds/answer.ts';
import { paperFeed } from '../../feeds/archive-feeds.ts';
import { currentArchive } from '../../loaders/current-archive.ts';
import { address } from '../../model/address.ts';

export async function GET({ site }: APIContext): Promise<Response> {
	const whole = wholeAt(site);
	return answerWith(paperFeed(await currentArchive(), whole), whole(address.paperJsonFeed));
}
